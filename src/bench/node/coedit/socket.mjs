// A WebSocket client on a bare connection. A load generator that takes in a hundred thousand frames a second on one core
// cannot afford what a whole client library does for each. Frames are masked with zeros: allowed, and nothing to compute.
import crypto from 'node:crypto'
import net from 'node:net'

export class Socket {
  constructor (url, headers = {}) {
    this.url = new URL(url)
    this.state = 'connecting'
    this.rest = null
    this.parts = null
    this.received = 0
    this.onopen = this.onmessage = this.onclose = () => {}
    this.line = net.connect({ host: this.url.hostname, port: +this.url.port, noDelay: true }, () => this.#hello(headers))
    this.line.on('data', bytes => this.#take(bytes))
    this.line.on('error', error => { this.error = error })
    this.line.on('close', () => this.#closed())
  }

  send (bytes) { if (this.state === 'open') this.#frame(2, bytes) }

  close () { if (this.state === 'open') { this.#frame(8, Buffer.from([3, 232])); this.line.end() } else this.line.destroy() }

  /** As a browser that vanishes: without a word. */
  kill () { this.line.destroy() }

  #hello (headers) {
    const all = {
      Host: this.url.host, Upgrade: 'websocket', Connection: 'Upgrade', 'Sec-WebSocket-Version': '13',
      'Sec-WebSocket-Key': crypto.randomBytes(16).toString('base64'), Origin: `http://${this.url.host}`, ...headers
    }
    const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`).join('')
    this.line.write(`GET ${this.url.pathname}${this.url.search} HTTP/1.1\r\n${lines}\r\n`)
  }

  #closed () {
    if (this.state === 'closed') return
    this.state = 'closed'
    this.onclose(this.code ?? 1006, this.reason ?? this.error?.message ?? '')
  }

  #take (bytes) {
    if (this.state === 'closed') return
    let all = this.rest ? Buffer.concat([this.rest, bytes]) : bytes
    this.rest = null
    if (this.state === 'connecting') {
      const end = all.indexOf('\r\n\r\n')
      if (end < 0) { this.rest = all; return }
      const head = all.subarray(0, end).toString('latin1')
      if (!head.startsWith('HTTP/1.1 101')) { this.error = new Error(`upgrade refused: ${head.split('\r\n')[0]}`); this.line.destroy(); return }
      all = all.subarray(end + 4)
      this.state = 'open'
      this.onopen()
    }
    let at = 0
    while (all.length - at >= 2) {
      let length = all[at + 1] & 127
      let from = at + 2
      if (length === 126) {
        if (all.length - from < 2) break
        length = all.readUInt16BE(from); from += 2
      } else if (length === 127) {
        if (all.length - from < 8) break
        length = Number(all.readBigUInt64BE(from)); from += 8
      }
      if (all.length - from < length) break
      this.#frameCame(all[at] & 15, all[at] & 128, all.subarray(from, from + length))
      at = from + length
      if (this.state === 'closed') return
    }
    if (at < all.length) this.rest = at === 0 ? all : Buffer.from(all.subarray(at))
  }

  #frameCame (kind, last, payload) {
    this.received++
    if (kind === 9) this.#frame(10, payload)
    else if (kind === 8) {
      this.code = payload.length >= 2 ? payload.readUInt16BE(0) : 1005
      this.reason = payload.subarray(2).toString()
      this.line.end()
      this.#closed()
    } else if (kind <= 2) {
      if (!last) (this.parts ??= []).push(Buffer.from(payload))
      else if (this.parts) { const whole = Buffer.concat([...this.parts, payload]); this.parts = null; this.onmessage(whole) } else this.onmessage(payload)
    }
  }

  #frame (kind, payload) {
    const length = payload.length
    const head = length < 126 ? 2 : length < 65536 ? 4 : 10
    const frame = Buffer.alloc(head + 4 + length)
    frame[0] = 128 | kind
    if (head === 2) frame[1] = 128 | length
    else if (head === 4) { frame[1] = 254; frame.writeUInt16BE(length, 2) } else { frame[1] = 255; frame.writeBigUInt64BE(BigInt(length), 2) }
    frame.set(payload, head + 4)
    this.line.write(frame)
  }
}
