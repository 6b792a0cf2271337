// Servers under load: started, measured with all their children, ended.
import { spawn } from 'node:child_process'
import fs from 'node:fs'
import net from 'node:net'

const HERTZ = 100
export const sleep = ms => new Promise(resolve => setTimeout(resolve, ms))

const read = file => { try { return fs.readFileSync(file, 'utf8') } catch { return '' } }
const family = pid => [pid, ...read(`/proc/${pid}/task/${pid}/children`).trim().split(/\s+/).filter(Boolean).map(Number).flatMap(family)]

/** Processor seconds and resident megabytes of a process and all its children. */
export const usage = pid => family(pid).reduce((sum, one) => {
  const stat = read(`/proc/${one}/stat`)
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return {
    cpu: sum.cpu + (stat ? (+fields[11] + +fields[12]) / HERTZ : 0),
    resident: sum.resident + (+/VmRSS:\s+(\d+)/.exec(read(`/proc/${one}/status`))?.[1] || 0) / 1024
  }
}, { cpu: 0, resident: 0 })

/** Processor seconds for which the whole machine was busy, what others took from it included. */
export const busy = () => {
  const [user, nice, system, , , irq, soft, stolen] = read('/proc/stat').split('\n')[0].trim().split(/\s+/).slice(1).map(Number)
  return (user + nice + system + irq + soft + (stolen || 0)) / HERTZ
}

export const start = (command, { env = {}, log } = {}) => {
  const out = fs.openSync(log, 'a')
  return spawn(command[0], command.slice(1), { env: { ...process.env, ...env }, stdio: ['ignore', out, out] })
}

export const end = (pid, signal) => { for (const one of family(pid).reverse()) try { process.kill(one, signal) } catch {} }

export const listening = async (port, ms) => {
  for (const until = Date.now() + ms; ;) {
    if (await new Promise(resolve => { const line = net.connect({ host: '127.0.0.1', port }, () => { line.destroy(); resolve(true) }); line.on('error', () => resolve(false)) })) return true
    if (Date.now() > until) return false
    await sleep(100)
  }
}
