// What one more signed-in person with a page open keeps in the memory of the server: live heap (after a collection) with
// one person and with several, each in a window of their own, and the classes that make the difference.
// usage: node memory.mjs ACCOUNTS.json PORT PID [PEOPLE] [PAGE] [SECONDS OF SILENCE]
import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import { chromium } from 'playwright-core'

const [accounts, port, pid, people = '8', page = 'opportunites', silence = '0'] = process.argv.slice(2)
const known = JSON.parse(fs.readFileSync(accounts, 'utf8'))
const address = `http://127.0.0.1:${port}`
const WARM = 2
const LISTED = 14

const sleep = ms => new Promise(resolve => setTimeout(resolve, ms))
const jcmd = (...command) => execFileSync(`${process.env.JAVA_HOME}/bin/jcmd`, [pid, ...command], { encoding: 'utf8', maxBuffer: 1 << 26 })

/** Bytes and instances of every class that are still reachable. */
const heap = async () => {
  for (let i = 0; i < 2; i++) {
    jcmd('GC.run')
    await sleep(1000)
  }
  return new Map(jcmd('GC.class_histogram').split('\n').map(line => /^\s*\d+:\s+(\d+)\s+(\d+)\s+(\S+)/.exec(line)).filter(Boolean)
    .map(([, instances, bytes, name]) => [name, { instances: +instances, bytes: +bytes }]))
}

const browser = await chromium.launch({
  executablePath: process.env.MAILLAGE_CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run']
})

const open = async ({ email, password }) => {
  const window = await (await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'fr-FR' })).newPage()
  window.setDefaultTimeout(60_000)
  await window.goto(`${address}/login`)
  await window.locator('input[name=username]').first().fill(email)
  await window.locator('input[name=password]').first().fill(password)
  await window.keyboard.press('Enter')
  await window.waitForURL(url => !url.pathname.includes('login'))
  await window.goto(`${address}/${page}`)
  await window.locator('h1').first().waitFor()
  await window.waitForLoadState('networkidle')
}

const total = map => [...map.values()].reduce((sum, one) => sum + one.bytes, 0)
const each = bytes => Math.round(bytes / people / 1024)
const told = (when, before, after) => {
  console.log(`\n${when}: ${each(total(after) - total(before))} KiB for each person (${(total(before) / 1e6).toFixed(1)} and ${(total(after) / 1e6).toFixed(1)} MB)`)
  console.log('| KiB each | instances each | class |\n|---|---|---|')
  const more = [...after].map(([name, { instances, bytes }]) => ({
    name, bytes: bytes - (before.get(name)?.bytes ?? 0), instances: instances - (before.get(name)?.instances ?? 0)
  }))
  for (const one of more.sort((a, b) => b.bytes - a.bytes).slice(0, LISTED)) {
    console.log(`| ${each(one.bytes)} | ${Math.round(one.instances / people)} | ${one.name} |`)
  }
}

try {
  // The first ones load what everybody shares.
  for (let i = 0; i < WARM; i++) await open(known[i % known.length])
  if (+silence) await sleep(+silence * 1000)
  const before = await heap()
  for (let i = WARM; i < WARM + +people; i++) await open(known[i % known.length])
  if (!+silence) told(`/${page}, ${people} more people`, before, await heap())
  else {
    await sleep(+silence * 1000)
    told(`/${page}, ${people} more people, after ${silence} s of silence`, before, await heap())
  }
} finally {
  await browser.close()
}
