// People of ./maillage bench coedit --prepare, signed in by the form.
export const PASSWORD = 'Banc-d-essai-de-coedition-2026'

const cookiesOf = answer => answer.headers.getSetCookie().map(line => line.split(';')[0])

const one = async (address, name) => {
  const page = await fetch(`${address}/login`)
  const cookie = cookiesOf(page).join('; ')
  const text = await page.text()
  const token = /name="_csrf"[^>]*content="([^"]+)"|content="([^"]+)"[^>]*name="_csrf"/.exec(text)
  if (!token) throw new Error(`the sign-in page carries no token: ${page.status}`)
  const answer = await fetch(`${address}/login`, {
    method: 'POST', redirect: 'manual', headers: { Cookie: cookie },
    body: new URLSearchParams({ username: name, password: PASSWORD, _csrf: token[1] ?? token[2] })
  })
  if (answer.status !== 302 || answer.headers.get('Location').includes('/login')) throw new Error(`signing in failed: ${answer.status}`)
  return cookiesOf(answer).join('; ') || cookie
}

/** The session cookies of these people, in their order. */
export const signIn = async (address, names) => {
  const cookies = []
  for (const name of names) cookies.push(await one(address, name))
  return cookies
}
