// One load on one server, or one crash; prints what was measured as a line of JSON.
// usage: node load.mjs '{"label": …}'   (compare.mjs says what is in it)
import { open, rm } from 'node:fs/promises'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import * as Y from 'yjs'
import { Editor, now } from './editor.mjs'
import { busy, end, listening, sleep, start, usage } from './processes.mjs'
import { signIn } from './maillage.mjs'

const plan = {
  editors: 10, whole: 4, rate: 5, seconds: 15, warmup: 5, fill: 2000, awareness: false, killAfter: 0, browsersDie: false,
  ...JSON.parse(process.argv[2])
}
const period = 1000 / plan.rate
let cookies = plan.cookies ?? []
let server = null

const run = {
  awareness: plan.awareness, offline: plan.killAfter > 0 && !plan.browsersDie,
  typed: 0, sentBy: new Map(), delays: [], measuredFrom: Infinity, events: {},
  acknowledged: new Map(), // client -> highest clock another editor has seen: what everybody may rely on
  before: new Map(), // length of a text before the run
  seen (client, from, to, at) {
    if (to > (this.acknowledged.get(client) ?? 0)) this.acknowledged.set(client, to)
    const sent = this.sentBy.get(client)
    if (!sent) return
    for (let clock = from; clock < to; clock++) if (sent[clock] >= this.measuredFrom) this.delays.push(at - sent[clock])
  },
  event (name, what) { (this.events[name] ??= []).push(what) }
}
const rounded = value => value == null ? null : Math.round(value * 100) / 100
const result = { label: plan.label, scenario: plan.killAfter ? (plan.browsersDie ? 'crash, browsers die' : 'crash, browsers stay') : 'load', texts: plan.texts.length, editors: plan.editors, awareness: plan.awareness }

const boot = async () => {
  const from = now()
  if (await listening(plan.port, 0)) throw new Error(`something serves on port ${plan.port} already`)
  server = start(plan.command, { env: plan.env, log: plan.log })
  if (!await listening(plan.port, 180_000)) throw new Error(`nothing serves on port ${plan.port}: see ${plan.log}`)
  result.bootMs = rounded(now() - from)
  if (plan.people) cookies = await signIn(`http://127.0.0.1:${plan.port}`, plan.people)
}

const everybody = async () => {
  const editors = plan.texts.flatMap((name, text) => Array.from({ length: plan.editors }, (_, index) => new Editor(run, {
    url: plan.url.replace('{doc}', encodeURIComponent(name)), name, hocuspocus: plan.hocuspocus, whole: index < plan.whole, index,
    headers: () => cookies.length ? { Cookie: cookies[(text * plan.editors + index) % cookies.length] } : {}
  })))
  for (const first of editors.filter(one => one.index === 0)) { // in step and filled before the others come
    await first.connect()
    run.before.set(first.name, first.length())
    first.fill(plan.fill)
  }
  await sleep(300)
  const coming = []
  for (const one of editors.filter(one => one.index > 0)) {
    const come = one.connect()
    come.catch(() => {})
    coming.push(come)
    if (coming.length % 5 === 0) await sleep(50)
  }
  await Promise.all(coming)
  return editors
}

const typing = (editors, seconds, each = () => {}) => new Promise(resolve => {
  const until = now() + seconds * 1000
  const due = editors.map(() => now() + Math.random() * period)
  const tick = () => {
    const at = now()
    editors.forEach((one, index) => {
      if (at < due[index]) return
      one.type()
      due[index] = Math.max(due[index] + period * (0.75 + Math.random() * 0.5), at - 1000)
    })
    each(at)
    if (at >= until) resolve(); else setTimeout(tick, 4)
  }
  tick()
})

const clock = (doc, client) => Y.getState(doc.store, client)
const written = editors => new Map(editors.map(one => [one.doc.clientID, clock(one.doc, one.doc.clientID)]))
const lacking = (doc, all) => [...all].reduce((sum, [client, to]) => sum + Math.max(0, to - clock(doc, client)), 0)
const groups = editors => Map.groupBy(editors, one => one.name)

/** What arrived by itself, and whether all agree once everybody has synced. */
const agree = async editors => {
  const from = now()
  const all = new Map([...groups(editors)].map(([name, group]) => [name, written(group)]))
  const whole = editors.filter(one => one.whole)
  const missing = () => whole.reduce((sum, one) => sum + lacking(one.doc, all.get(one.name)), 0)
  while (now() - from < 25_000 && missing() > 0) await sleep(50)
  result.drainMs = rounded(now() - from)
  result.missingUnasked = missing()
  for (const one of editors) await one.resync().catch(late => run.event('late', late.message))
  result.lost = 0; result.wrongLength = 0; result.agreed = true
  for (const [name, group] of groups(editors)) {
    const length = group.reduce((sum, one) => sum + one.inserted - one.deleted, run.before.get(name))
    for (const one of group) {
      if (one.text() !== group[0].text()) result.agreed = false
      if (one.length() !== length) result.wrongLength++
      result.lost += lacking(one.doc, all.get(name))
    }
  }
}

/** How long the disk itself takes to keep half a kilobyte, twenty times a second: nobody who waits for it is faster. */
const disk = async () => {
  const file = `${plan.log}.disk`
  const handle = await open(file, 'w')
  const times = []
  let stopped = false
  const asking = (async () => {
    while (!stopped) {
      await handle.write(Buffer.alloc(512, 1))
      const from = now()
      await handle.datasync()
      times.push(now() - from)
      await sleep(50)
    }
    await handle.close()
    await rm(file)
  })()
  return async () => {
    stopped = true
    await asking
    return times
  }
}

const ordered = (values, share) => rounded(values.sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(share * values.length))])

const load = async editors => {
  await typing(editors, plan.warmup)
  const asked = await disk()
  const lag = monitorEventLoopDelay({ resolution: 5 })
  lag.enable()
  const typed = run.typed; const before = usage(plan.pid ?? server.pid); const machine = busy(); const own = process.cpuUsage(); const from = now()
  const frames = editors.reduce((sum, one) => sum + one.received, 0)
  run.measuredFrom = from
  await typing(editors, plan.seconds)
  const seconds = (now() - from) / 1000
  const harness = process.cpuUsage(own)
  const after = usage(plan.pid ?? server.pid)
  const waits = await asked()
  const harnessCpu = (harness.user + harness.system) / 1e6
  const characters = run.typed - typed
  Object.assign(result, {
    typedPerSecond: rounded(characters / seconds),
    framesPerSecond: Math.round((editors.reduce((sum, one) => sum + one.received, 0) - frames) / seconds),
    cpuMsPer1000: rounded((after.cpu - before.cpu) * 1e6 / characters),
    residentMB: rounded(after.resident),
    harnessPercent: rounded(harnessCpu / seconds * 100),
    diskP50: ordered(waits, 0.5),
    diskP99: ordered(waits, 0.99),
    harnessLagP99: rounded(lag.percentile(99) / 1e6),
    othersPercent: rounded((busy() - machine - harnessCpu - (after.cpu - before.cpu)) / seconds * 100)
  })
  await agree(editors)
  Object.assign(result, { samples: run.delays.length, p50: ordered(run.delays, 0.5), p95: ordered(run.delays, 0.95), p99: ordered(run.delays, 0.99) })
}

const acknowledgedOf = (editors, base) => editors.map(one => [one.doc.clientID, Math.max(base.get(one.doc.clientID), run.acknowledged.get(one.doc.clientID) ?? 0)])

const crashAlone = async editors => { // the browsers are gone too: what the server kept is all there is
  const base = written(editors)
  await typing(editors, plan.killAfter)
  end(server.pid, 'SIGKILL')
  const acknowledged = acknowledgedOf(editors, base)
  editors.forEach(one => one.kill())
  await sleep(500)
  await boot()
  const probe = new Editor(run, { url: editors[0].url, name: editors[0].name, hocuspocus: plan.hocuspocus, whole: true, index: 0, headers: () => cookies.length ? { Cookie: cookies[0] } : {} })
  await probe.connect()
  await sleep(1000)
  await probe.resync()
  result.acknowledged = acknowledged.reduce((sum, [client, to]) => sum + to - base.get(client), 0)
  result.lostAcknowledged = acknowledged.reduce((sum, [client, to]) => sum + Math.max(0, to - Math.max(base.get(client), clock(probe.doc, client))), 0)
  result.lostTyped = lacking(probe.doc, written(editors))
  probe.stop()
}

const crashUnderBrowsers = async editors => { // they go on typing, come back and bring what they have
  const base = written(editors)
  editors.forEach(one => { one.reconnect = true })
  const killAt = now() + plan.killAfter * 1000
  let acknowledged = null
  let back = null
  await typing(editors, plan.killAfter + plan.seconds, at => {
    if (acknowledged || at < killAt) return
    end(server.pid, 'SIGKILL')
    acknowledged = acknowledgedOf(editors, base)
    back = sleep(500).then(boot)
  })
  await back
  const from = now()
  while (!editors.every(one => one.synced)) { if (now() - from > 60_000) throw new Error('not all came back'); await sleep(50) }
  await sleep(2000)
  await agree(editors)
  result.acknowledged = acknowledged.reduce((sum, [client, to]) => sum + to - base.get(client), 0)
  const probe = editors[0].doc
  result.lostAcknowledged = acknowledged.reduce((sum, [client, to]) => sum + Math.max(0, to - clock(probe, client)), 0)
}

process.on('exit', () => { if (server && server.exitCode === null && server.signalCode === null) end(server.pid, 'SIGKILL') })
try {
  if (plan.command) await boot()
  const editors = await everybody()
  await sleep(500)
  if (!plan.killAfter) await load(editors)
  else if (plan.browsersDie) await crashAlone(editors)
  else await crashUnderBrowsers(editors)
  editors.forEach(one => one.stop())
  await sleep(300)
} catch (failure) {
  result.error = failure.message
}
result.events = Object.fromEntries(Object.entries(run.events).map(([name, all]) => [name, { times: all.length, first: all[0] }]))
if (server) {
  end(server.pid, 'SIGTERM')
  for (let waited = 0; waited < 15_000 && server.exitCode === null && server.signalCode === null; waited += 100) await sleep(100)
}
console.log(JSON.stringify(result))
process.exit(result.error ? 1 : 0)
