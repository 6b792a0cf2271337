// What the browser of somebody makes of an action in which many write: its long tasks, how soon a key shows, and what
// opening the page costs the server. usage: node watch.mjs FOLDER PORT PID [EDITORS] [SECONDS]
import { spawn } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { chromium } from 'playwright-core'
import { sleep } from './processes.mjs'

const [folder, port, pid, editors = '50', seconds = '20'] = process.argv.slice(2)
const lines = name => fs.readFileSync(path.join(folder, name), 'utf8').trim().split('\n')
const [text, page] = lines('action.txt')
const cookies = lines('cookies.txt')
const address = `http://127.0.0.1:${port}`
const quantile = (values, share) => values.sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(share * values.length))]
const shown = value => value === undefined ? '–' : value.toFixed(value < 10 ? 1 : 0)

const browser = await chromium.launch({
  executablePath: process.env.MAILLAGE_CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run']
})
const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'fr-FR' })
await context.addCookies(cookies.at(-1).split('; ').map(pair => ({ name: pair.split('=')[0], value: pair.slice(pair.indexOf('=') + 1), url: address })))
const window = await context.newPage()
const editor = window.locator('.ProseMirror').first()

/** The page loaded anew; how long the server took over its answers, in ms. */
const opened = async () => {
  await window.goto(`${address}/${page}`)
  await editor.waitFor()
  await window.waitForFunction(() => document.querySelector('ml-live-text')?.dataset.state === 'saved')
  return window.evaluate(() => [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]
    .filter(one => one.entryType === 'navigation' || one.initiatorType === 'xmlhttprequest' || one.initiatorType === 'fetch')
    .reduce((sum, one) => sum + one.responseStart - one.requestStart, 0))
}

/** Writes for a while at five keys a second; what the page was busy with meanwhile. */
const written = async () => {
  await editor.locator('p').first().click()
  await window.keyboard.press('End')
  await window.evaluate(() => {
    window.seen = { tasks: [], keys: [] }
    window.watching = new PerformanceObserver(list => window.seen.tasks.push(...list.getEntries().map(one => one.duration)))
    window.watching.observe({ type: 'longtask' })
    document.querySelector('.ProseMirror').addEventListener('keydown', event => {
      const from = event.timeStamp
      requestAnimationFrame(() => setTimeout(() => window.seen.keys.push(performance.now() - from)))
    }, { capture: true })
  })
  for (const until = Date.now() + +seconds * 1000; Date.now() < until;) {
    await window.keyboard.press(Math.random() < 0.2 ? 'Space' : 'e')
    await sleep(200)
  }
  return window.evaluate(() => { window.watching.disconnect(); return window.seen })
}

const row = (who, { tasks, keys }) => console.log(`| ${who} | ${tasks.length} | ${shown(Math.max(0, ...tasks))} | ${shown(quantile(keys, 0.5))}/${shown(quantile(keys, 0.95))} | ${keys.length} |`)

// A server in service has opened many pages: the compiler of the JVM is not what is asked about.
for (let i = 0; i < 60; i++) await opened()
const opening = []
for (let i = 0; i < 20; i++) opening.push(await opened())
console.log(`opening the action, answers of the server together: p50 ${shown(quantile(opening, 0.5))} ms, largest ${shown(Math.max(...opening))} ms`)
console.log(`\nan action in the browser, ${seconds} s\n| who writes | tasks over 50 ms | longest ms | key to paint p50/p95 ms | keys |\n|---|---|---|---|---|`)
row('one', await written())
const plan = { label: 'maillage', port: +port, pid: +pid, url: `ws://127.0.0.1:${port}/coedition/{doc}`, cookies: cookies.slice(0, +editors), texts: [text], editors: +editors, awareness: true, fill: 200, seconds: +seconds + 15 }
const load = spawn(process.execPath, [path.join(import.meta.dirname, 'load.mjs'), JSON.stringify(plan)], { stdio: ['ignore', 'pipe', 'inherit'] })
let told = ''
load.stdout.on('data', part => { told += part })
const ended = new Promise(resolve => load.on('exit', resolve))
await window.waitForFunction(people => document.querySelectorAll('.ml-caret').length >= people - 1, +editors, { timeout: 60_000 }).catch(() => {})
console.log(`carets in the page: ${await window.locator('.ml-caret').count()}`)
row(`one and ${editors} others`, await written())
if (process.env.PICTURE) await window.screenshot({ path: process.env.PICTURE })
await ended
const { error, agreed } = JSON.parse(told || '{"error":"no answer"}')
console.log(error ? `the others could not write: ${error}` : `all agree at the end: ${agreed ? 'yes' : 'NO'}`)
await browser.close()
