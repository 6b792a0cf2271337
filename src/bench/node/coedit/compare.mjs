// The same loads on Maillage, Hocuspocus 4 and y-websocket-server, back to back, and what each keeps when it is killed.
// usage: node compare.mjs FOLDER LAUNCHER [--editors 10,50,100,200] [--texts 40] [--seconds 15] [--warmup 10] [--rounds 1] [--only NAME,…] [--no-crash]
//        node compare.mjs FOLDER LAUNCHER --watch   (watch.mjs on our server alone)
// Writes FOLDER/results.jsonl and prints a table for each load, in ratios to Hocuspocus 4.
import { execFileSync, spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { end, listening, sleep, start, usage } from './processes.mjs'

const here = import.meta.dirname
const { positionals: [folder, launcher], values: asked } = parseArgs({
  allowPositionals: true,
  options: {
    editors: { type: 'string' }, texts: { type: 'string', default: '40' }, seconds: { type: 'string', default: '15' },
    warmup: { type: 'string', default: '10' }, rounds: { type: 'string', default: '1' }, only: { type: 'string', default: 'maillage,hocuspocus4,y-websocket-server' }, 'no-crash': { type: 'boolean', default: false },
    watch: { type: 'boolean', default: false }
  }
})
asked.editors ??= asked.watch ? '50' : '10,50,100,200'
const labels = asked.only.split(',')
const seconds = +asked.seconds
const results = path.join(folder, 'results.jsonl')
const file = name => path.join(folder, name)
const PORTS = { maillage: 8471, hocuspocus4: 8472, 'y-websocket-server': 8473 }
fs.mkdirSync(folder, { recursive: true })

const peer = label => {
  const store = file(label)
  fs.rmSync(store, { recursive: true, force: true })
  for (const ending of ['', '-wal', '-shm']) fs.rmSync(`${store}.sqlite${ending}`, { force: true })
  return label === 'hocuspocus4'
    ? { command: [process.execPath, path.join(here, 'hocuspocus.mjs')], env: { PORT: `${PORTS[label]}`, DATA: `${store}.sqlite` }, hocuspocus: true, url: `ws://127.0.0.1:${PORTS[label]}/` }
    : { command: [process.execPath, path.join(here, 'node_modules/@y/websocket-server/src/server.js')], env: { HOST: '127.0.0.1', PORT: `${PORTS[label]}`, YPERSISTENCE: store }, url: `ws://127.0.0.1:${PORTS[label]}/{doc}` }
}

const ours = { port: PORTS.maillage, url: `ws://127.0.0.1:${PORTS.maillage}/coedition/{doc}`, command: [launcher, 'run', '--no-demo', '--port', `${PORTS.maillage}`, '--data', file('maillage')], log: file('maillage.log') }
let next = 0
let prepared = null

/** Our server, started once: it is kept for all loads, as it is in use; texts are new for each. */
const maillage = async () => {
  const server = start(ours.command, { log: ours.log })
  if (!await listening(ours.port, 300_000)) throw new Error(`Maillage does not serve: see ${ours.log}`)
  while (!/^ready/m.test(fs.readFileSync(ours.log, 'utf8'))) await sleep(200)
  execFileSync(launcher, ['bench', 'coedit', '--prepare', folder, '--port', `${ours.port}`, '--data', file('maillage')], { stdio: ['ignore', 'ignore', 'inherit'] })
  const lines = name => fs.readFileSync(file(name), 'utf8').trim().split('\n')
  prepared = { texts: lines('docs.txt'), cookies: lines('cookies.txt'), people: lines('people.txt') }
  return server
}

/** Until what the start left to do is done, or for two minutes. */
const quiet = async pid => {
  for (let calm = 0, waited = 0, before = usage(pid).cpu; calm < 3 && waited < 60; waited++, await sleep(2000)) {
    const cpu = usage(pid).cpu
    calm = cpu - before < 0.2 ? calm + 1 : 0
    before = cpu
  }
}

const play = (label, plan) => {
  const whole = { label, port: PORTS[label], log: file(`${label}.log`), seconds, warmup: +asked.warmup, ...plan }
  // The last line: what yjs wonders about comes before it.
  const line = spawnSync(process.execPath, [path.join(here, 'load.mjs'), JSON.stringify(whole)], { maxBuffer: 1 << 26, stdio: ['ignore', 'pipe', 'inherit'] }).stdout.toString().trim().split('\n').at(-1)
  const result = JSON.parse(line || `{"label":"${label}","error":"no answer"}`)
  fs.appendFileSync(results, JSON.stringify({ at: new Date().toISOString(), ...result }) + '\n')
  return result
}

const texts = (label, number) => label === 'maillage'
  ? Array.from({ length: number }, () => prepared.texts[next++ % prepared.texts.length])
  : Array.from({ length: number }, (_, index) => `bench-${Date.now().toString(36)}-${index}`)

const shown = value => value == null ? '–' : value >= 100 ? Math.round(value).toString() : value.toFixed(1)
const table = (title, rows) => {
  const floor = rows.find(row => row.label === 'hocuspocus4')
  const ratio = (row, what) => floor?.[what] && row[what] ? (row[what] / floor[what]).toFixed(2) : '–'
  console.log(`\n${title}\n| server | p50/p99 ms | cpu ms per 1,000 characters | p99 ÷ | cpu ÷ | MB | agreed, lost, wrong length | others % | harness % | disk p50/p99 ms |\n|---|---|---|---|---|---|---|---|---|---|`)
  for (const row of rows) {
    console.log(row.error
      ? `| ${row.label} | ${row.error} | | | | | | | | |`
      : `| ${row.label} | ${shown(row.p50)}/${shown(row.p99)} | ${shown(row.cpuMsPer1000)} | ${ratio(row, 'p99')} | ${ratio(row, 'cpuMsPer1000')} | ${shown(row.residentMB)} | ${row.agreed ? 'yes' : 'NO'}, ${row.lost}, ${row.wrongLength} | ${shown(row.othersPercent)} | ${shown(row.harnessPercent)} | ${shown(row.diskP50)}/${shown(row.diskP99)} |`)
  }
}

const loads = [
  ...asked.editors.split(',').map(Number).map(editors => ({ title: `${editors} people in one text`, number: 1, plan: { editors } })),
  { title: `${asked.texts} texts, 5 people each`, number: +asked.texts, plan: { editors: 5, whole: 2, fill: 500 } },
  { title: '50 people in one text, with their carets', number: 1, plan: { editors: 50, awareness: true } }
]
let server = null
process.on('SIGINT', () => process.exit(130))
process.on('exit', () => { if (server) end(server.pid, 'SIGTERM') })

if (asked.watch) {
  server = await maillage()
  await quiet(server.pid)
  process.exit(spawnSync(process.execPath, [path.join(here, 'watch.mjs'), folder, `${ours.port}`, `${server.pid}`, asked.editors.split(',').at(-1)], { stdio: 'inherit' }).status)
}
if (labels.includes('maillage')) {
  server = await maillage()
  // In service a server has run for long: the compiler of the JVM is busy for its first minutes, and is not what is compared.
  for (const { number, plan } of [loads.at(-1), loads.at(-2), loads.at(-1)]) {
    play('maillage', { url: ours.url, pid: server.pid, cookies: prepared.cookies, texts: texts('maillage', number), ...plan, seconds: 30, warmup: 0 })
  }
  await quiet(server.pid)
}
for (let round = 0; round < +asked.rounds; round++) {
  for (const { title, number, plan } of loads) {
    table(title, labels.map(label => play(label, {
      ...plan, texts: texts(label, number),
      ...(label === 'maillage' ? { url: ours.url, pid: server.pid, cookies: prepared.cookies } : peer(label))
    })))
  }
}
if (server) {
  end(server.pid, 'SIGTERM')
  while (await listening(ours.port, 0)) await sleep(200)
  server = null
}
if (!asked['no-crash']) {
  for (const crash of [{ title: 'kill -9 while ten write, browsers gone too', plan: { browsersDie: true, killAfter: 6 } }, { title: 'kill -9 while ten write, browsers stay', plan: { killAfter: 6, seconds: 30 } }]) {
    console.log(`\n${crash.title}\n| server | acknowledged | of these lost | agreed | back after ms |\n|---|---|---|---|---|`)
    for (const label of labels) {
      const row = play(label, {
        ...crash.plan, editors: 10, texts: texts(label, 1),
        ...(label === 'maillage' ? { url: ours.url, command: ours.command, people: prepared.people.slice(0, 10) } : peer(label))
      })
      console.log(row.error ? `| ${label} | ${row.error} | | | |` : `| ${label} | ${row.acknowledged} | ${row.lostAcknowledged} | ${row.agreed == null ? '–' : row.agreed ? 'yes' : 'NO'} | ${shown(row.bootMs)} |`)
    }
  }
}
