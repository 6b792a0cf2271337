// Random concurrent histories made by the real Yjs, and a check of what the Java core makes of them.
// usage: node histories.mjs CASES SEED      (frames: 4 bytes of length, big-endian, then the bytes)
// to Java, for each case:  expected JSON · full state · state of somebody who saw only a beginning, and its vector ·
//                          number of operations (JSON) · number of updates (JSON) · the updates, in the order they were made
// from Java, for each case: full state · what the beginning lacks · all updates merged without a document ·
//                          a change of the server's own · the expected JSON after it
import fs from 'node:fs'
import * as Y from 'yjs'

const [cases, seed] = process.argv.slice(2).map(Number)
let s = (seed >>> 0) || 1
const rnd = n => { s ^= s << 13; s >>>= 0; s ^= s >>> 17; s ^= s << 5; s >>>= 0; return s % n }
const pick = list => list[rnd(list.length)]

const sorted = v => Array.isArray(v) ? v.map(sorted) : v && typeof v === 'object' ? Object.fromEntries(Object.keys(v).sort().map(k => [k, sorted(v[k])])) : v
const delta = t => t.toDelta().map(o => ({ insert: o.insert, ...(o.attributes ? { attributes: sorted(o.attributes) } : {}) }))
const xml = t => t instanceof Y.XmlText ? { text: delta(t) } : { name: t.nodeName, attrs: sorted(t.getAttributes()), children: t.toArray().map(xml) }
const view = d => JSON.stringify({ text: delta(d.getText('text')), arr: sorted(d.getArray('arr').toJSON()), map: sorted(d.getMap('map').toJSON()), xml: d.getXmlFragment('xml').toArray().map(xml) })

const words = ['a', 'bc', 'déf', '日本', 'ß€', ' ', '\n', 'le territoire', 'Z'.repeat(40)]
const values = [1, -5, 0, 3.25, 1e21, 2 ** 31, -(2 ** 31), 'str', '', true, false, null, { a: 1, b: ['x', null, {}] }, [1, 2, 'é'], 1234567890123]
const formats = [{ bold: true }, { bold: null }, { link: { href: 'u1' } }, { link: { href: 'u2' } }, { em: {} }, { em: null }, { 'comment--abcdefgh': { id: 3 } }]
const names = ['paragraph', 'heading', 'listItem', 'tableCell']
const between = (length) => { const p = rnd(length); return [p, Math.min(length - p, 1 + rnd(6))] }
const inText = t => {
  const k = rnd(8)
  if (k < 4 || !t.length) t.insert(rnd(t.length + 1), pick(words), rnd(5) ? undefined : pick([{ bold: true }, { em: {} }]))
  else if (k < 6) t.delete(...between(t.length))
  else if (k < 7) t.format(...between(t.length), pick(formats))
  else t.insertEmbed(rnd(t.length + 1), { img: 'i' + rnd(9) })
}
const inXml = (f, depth) => {
  const k = rnd(10)
  if (k < 3 || !f.length) {
    const e = new Y.XmlElement(pick(names)); const t = new Y.XmlText('t' + rnd(99))
    e.insert(0, rnd(4) ? [t] : [t, new Y.XmlElement('image'), new Y.XmlText('after')])
    if (rnd(2)) e.setAttribute('level', pick(values) ?? 1)
    f.insert(rnd(f.length + 1), rnd(6) ? [e] : [e, new Y.XmlElement('rule')])
  } else if (k < 4) f.delete(...between(f.length))
  else {
    const e = f.get(rnd(f.length))
    if (e instanceof Y.XmlText) inText(e)
    else if (k < 5) e.setAttribute(pick(['id', 'level', 'colour']), pick(values) ?? 'x')
    else if (k < 6) e.removeAttribute(pick(['id', 'level']))
    else if (depth < 5) inXml(e, depth + 1)
  }
}
const act = doc => {
  const t = doc.getText('text'); const a = doc.getArray('arr'); const m = doc.getMap('map')
  switch (rnd(14)) {
    case 0: case 1: case 2: case 3: inText(t); break
    case 4: case 5: case 6: case 7: inXml(doc.getXmlFragment('xml'), 0); break
    case 8: a.insert(rnd(a.length + 1), [pick(values), pick(values)]); break
    case 9: a.insert(rnd(a.length + 1), [pick([() => new Y.Map([['k', pick(values)]]), () => new Y.Array(), () => new Y.Text('in an array')])()]); break
    case 10: if (a.length) a.delete(...between(a.length)); break
    case 11: m.set('k' + rnd(5), rnd(4) ? pick(values) : pick([() => new Y.Text('nested ' + rnd(99)), () => new Y.Map()])()); break
    case 12: m.delete('k' + rnd(5)); break
    case 13: { const v = m.get('k' + rnd(5)); if (v instanceof Y.Text) inText(v); else if (v instanceof Y.Map) v.set('n' + rnd(3), pick(values)); else if (rnd(2)) doc.undo.undo(); else doc.undo.redo() }
  }
}

const history = () => {
  const n = 2 + rnd(4); const log = []; let operations = 0
  const docs = Array.from({ length: n }, (_, i) => { const d = new Y.Doc(); d.clientID = 1 + rnd(2 ** 31) * 2 + i; d.inbox = []; return d })
  docs.forEach(d => { d.undo = new Y.UndoManager([d.getText('text'), d.getXmlFragment('xml')], { captureTimeout: 0 }) })
  docs.forEach(d => d.on('update', (u, origin) => { if (origin !== 'remote') { log.push(u); docs.forEach(o => { if (o !== d) o.inbox.push(u) }) } }))
  const receive = (d, k) => d.inbox.splice(0, k).forEach(u => Y.applyUpdate(d, u, 'remote'))
  for (let left = 20 + rnd(150); left > 0; left--) {
    const d = pick(docs)
    if (!rnd(3) && d.inbox.length) receive(d, 1 + rnd(d.inbox.length))
    else if (!rnd(8)) { d.transact(() => { act(d); act(d); act(d) }); operations += 3 } else { act(d); operations++ }
  }
  for (let guard = 0; docs.some(d => d.inbox.length) && guard < 200; guard++) docs.forEach(d => receive(d, d.inbox.length))
  const expected = view(docs[0])
  // A condition of the comparison: the real replicas agree among themselves.
  if (docs.some(d => view(d) !== expected)) return null
  const beginning = new Y.Doc(); log.slice(0, rnd(log.length + 1)).forEach(u => Y.applyUpdate(beginning, u))
  return { doc: docs[0], beginning, expected, log, operations }
}

const send = bytes => { const b = typeof bytes === 'string' ? Buffer.from(bytes) : bytes; const h = Buffer.alloc(4); h.writeUInt32BE(b.length); write(h); write(b) }
const write = b => { for (let p = 0; p < b.length;) { try { p += fs.writeSync(1, b, p) } catch (e) { if (e.code !== 'EAGAIN') throw e } } }
const exactly = n => { const b = Buffer.alloc(n); for (let p = 0; p < n;) { try { const k = fs.readSync(0, b, p, n - p); if (!k) throw new Error('the other end is gone'); p += k } catch (e) { if (e.code !== 'EAGAIN') throw e } } return b }
const receive = () => exactly(exactly(4).readUInt32BE(0))
const replica = (...updates) => { const d = new Y.Doc(); updates.forEach(u => Y.applyUpdate(d, u)); if (d.store.pendingStructs || d.store.pendingDs) throw new Error('something is missing'); return d }

const check = (number, h) => {
  const [full, rest, merged, own, after] = [receive(), receive(), receive(), receive(), receive().toString()]
  const readBack = { full: () => replica(full), rest: () => replica(Y.encodeStateAsUpdate(h.beginning), rest), merged: () => replica(merged) }
  for (const [what, make] of Object.entries(readBack)) {
    const d = make()
    if (view(d) !== h.expected) throw new Error(`case ${number}: ${what} reads differently\n${view(d)}\n${h.expected}`)
    if (Buffer.compare(Buffer.from(Y.encodeStateVector(d)), Buffer.from(Y.encodeStateVector(h.doc)))) throw new Error(`case ${number}: ${what} knows something else`)
  }
  Y.applyUpdate(h.doc, own)
  if (h.doc.store.pendingStructs || JSON.stringify(sorted(JSON.parse(view(h.doc)))) !== JSON.stringify(sorted(JSON.parse(after)))) throw new Error(`case ${number}: the server's own change reads differently\n${view(h.doc)}\n${after}`)
}

const ahead = []; let made = 0; let checked = 0
while (checked < cases) {
  while (made < cases && ahead.length < 4) {
    const h = history()
    if (!h) continue
    ahead.push(h); made++
    send(h.expected); send(Y.encodeStateAsUpdate(h.doc)); send(Y.encodeStateAsUpdate(h.beginning)); send(Y.encodeStateVector(h.beginning))
    send(String(h.operations)); send(String(h.log.length)); h.log.forEach(send)
  }
  check(checked++, ahead.shift())
}
