// Somebody who writes: a Yjs document and the y-websocket protocol, or that of Hocuspocus.
//   whole: takes in every change (its delays are measured, and whether all arrived)
//   light: writes like the others, counts what it receives and syncs at the end
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import { Socket } from './socket.mjs'

export const now = () => performance.now()
const SYNC = 0; const AWARENESS = 1; const SIGN_IN = 2; const SYNC_ANSWER = 4; const SYNC_STATUS = 8
const ROOT = 'default'
let made = Math.floor(Math.random() * 2 ** 31) // a text may be written in by one run after another

export class Editor {
  /** @param run what the run keeps of all: sentBy, seen(client, from, to, at), event(name, what), awareness, offline */
  constructor (run, { url, name, hocuspocus, whole, headers, index }) {
    Object.assign(this, { run, url, name, hocuspocus, whole, headers, index })
    this.doc = new Y.Doc({ gc: true })
    this.doc.clientID = ++made
    this.sent = [] // when each clock was written
    this.moves = 0
    this.inserted = 0
    this.deleted = 0
    this.acknowledged = 0
    this.received = 0
    this.synced = false
    run.sentBy.set(this.doc.clientID, this.sent)
    this.doc.on('update', (update, origin) => { if (origin !== this) this.#sync(2, update) })
    if (whole) {
      this.doc.on('afterTransaction', change => {
        if (change.origin !== this) return
        const at = now()
        change.afterState.forEach((clock, client) => {
          const before = change.beforeState.get(client) ?? 0
          if (clock > before && client !== this.doc.clientID) run.seen(client, before, clock, at)
        })
      })
    }
  }

  connect () {
    return new Promise((resolve, reject) => {
      this.onSynced = resolve
      const open = () => {
        const socket = this.socket = new Socket(this.url, this.headers())
        socket.onopen = () => {
          if (this.hocuspocus) {
            const hello = this.#message(SIGN_IN)
            encoding.writeVarUint(hello, 0); encoding.writeVarString(hello, 'bench'); encoding.writeVarString(hello, '4.7.0')
            socket.send(encoding.toUint8Array(hello))
          }
          this.#sync(0, Y.encodeStateVector(this.doc))
          if (this.run.awareness) this.#move()
        }
        socket.onmessage = message => { this.received++; this.#take(message) }
        socket.onclose = (code, reason) => {
          if (this.stopped) return
          if (this.reconnect) { this.synced = false; setTimeout(open, 100 + Math.random() * 200); return }
          this.run.event('close', { code, reason })
          if (!this.synced) reject(new Error(`closed before it was in step: ${code} ${reason}`))
        }
      }
      open()
    })
  }

  /** One key: mostly a letter at the caret; now and then the caret moves, now and then the last letter goes again. */
  type () {
    if (this.socket.state !== 'open' && !this.run.offline) return
    const text = this.#paragraph()
    if (this.caret === undefined || this.caret > text.length) this.caret = text.length
    if (Math.random() < 0.03) this.caret = Math.floor(Math.random() * (text.length + 1))
    if (this.last !== undefined && this.last === this.caret - 1 && Math.random() < 0.05 && this.caret > 0) {
      text.delete(--this.caret, 1)
      this.last = undefined
      this.deleted++
    } else {
      this.sent.push(now()) // before: the change is sent while it is made
      text.insert(this.caret, Math.random() < 0.17 ? ' ' : String.fromCharCode(97 + Math.floor(Math.random() * 26)))
      this.last = this.caret++
      this.inserted++
      this.run.typed++
    }
    if (this.run.awareness) this.#move()
  }

  /** Fills the text of the paragraph one writes in. */
  fill (characters) {
    this.#paragraph().insert(0, 'lorem ipsum dolor sit amet '.repeat(Math.ceil(characters / 27)).slice(0, characters))
    this.#stamp()
    this.inserted += characters
  }

  /** Asks for what is missing. */
  resync () {
    return new Promise((resolve, reject) => {
      const late = setTimeout(() => reject(new Error('no answer to a sync within 20 s')), 20_000)
      this.onAnswer = () => { clearTimeout(late); this.onAnswer = null; resolve() }
      this.#sync(0, Y.encodeStateVector(this.doc))
    })
  }

  text () { return this.doc.getXmlFragment(ROOT).toString() }
  length () { return this.text().replace(/<[^>]*>/g, '').length }
  stop () { this.stopped = true; this.socket?.close() }
  kill () { this.stopped = true; this.socket?.kill() }

  #paragraph () {
    if (!this.mine) {
      const paragraph = new Y.XmlElement('paragraph')
      const text = new Y.XmlText()
      paragraph.insert(0, [text])
      const root = this.doc.getXmlFragment(ROOT)
      root.insert(root.length, [paragraph])
      this.mine = text
      this.#stamp()
    }
    return this.mine
  }

  #stamp () {
    const at = now()
    for (const clock = Y.getState(this.doc.store, this.doc.clientID); this.sent.length < clock;) this.sent.push(at)
  }

  #message (kind) {
    const message = encoding.createEncoder()
    if (this.hocuspocus) encoding.writeVarString(message, this.name)
    encoding.writeVarUint(message, kind)
    return message
  }

  #sync (step, bytes) {
    if (this.socket?.state !== 'open') return
    const message = this.#message(SYNC)
    encoding.writeVarUint(message, step)
    encoding.writeVarUint8Array(message, bytes)
    this.socket.send(encoding.toUint8Array(message))
  }

  #move () {
    // At the letter typed last: at one to come, no page could show it.
    const place = this.sent.length ? { type: null, tname: ROOT, item: { client: this.doc.clientID, clock: this.sent.length - 1 }, assoc: 0 } : null
    const state = { user: { name: `Editor ${this.index}`, color: '#30bced' }, cursor: place && { anchor: place, head: place } }
    const inner = encoding.createEncoder()
    encoding.writeVarUint(inner, 1); encoding.writeVarUint(inner, this.doc.clientID); encoding.writeVarUint(inner, ++this.moves)
    encoding.writeVarString(inner, JSON.stringify(state))
    const message = this.#message(AWARENESS)
    encoding.writeVarUint8Array(message, encoding.toUint8Array(inner))
    this.socket.send(encoding.toUint8Array(message))
  }

  #take (bytes) {
    const message = decoding.createDecoder(bytes)
    if (this.hocuspocus) { const skipped = decoding.readVarUint(message); message.pos += skipped }
    const kind = decoding.readVarUint(message)
    if (kind === SYNC_STATUS) this.acknowledged++
    if (kind !== SYNC && kind !== SYNC_ANSWER) return
    const step = decoding.readVarUint(message)
    if (step === 2) {
      if (this.whole) Y.applyUpdate(this.doc, decoding.readVarUint8Array(message), this)
    } else if (step === 0) {
      this.#sync(1, Y.encodeStateAsUpdate(this.doc, decoding.readVarUint8Array(message)))
    } else {
      Y.applyUpdate(this.doc, decoding.readVarUint8Array(message), this)
      if (!this.synced) { this.synced = true; this.onSynced() }
      this.onAnswer?.()
    }
  }
}
