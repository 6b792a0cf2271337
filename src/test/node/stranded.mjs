// Several people with the real Yjs and its undo, and a server that puts words back: is everything there, once, everywhere?
// usage: node stranded.mjs CASES SEED      (frames as in histories.mjs)
// to Java:   'new' before each case · bytes of an update · 'read'
// from Java: what the update came to, for everybody · after 'read' the words of the document, as JSON
import fs from 'node:fs'
import * as Y from 'yjs'

const [cases, seed] = process.argv.slice(2).map(Number)
let s = (seed >>> 0) || 1
const rnd = n => { s ^= s << 13; s >>>= 0; s ^= s >>> 17; s ^= s << 5; s >>>= 0; return s % n }

const write = b => { for (let p = 0; p < b.length;) { try { p += fs.writeSync(1, b, p) } catch (e) { if (e.code !== 'EAGAIN') throw e } } }
const send = bytes => { const b = typeof bytes === 'string' ? Buffer.from(bytes) : bytes; const h = Buffer.alloc(4); h.writeUInt32BE(b.length); write(h); write(b) }
const exactly = n => { const b = Buffer.alloc(n); for (let p = 0; p < n;) { try { const k = fs.readSync(0, b, p, n - p); if (!k) throw new Error('the other end is gone'); p += k } catch (e) { if (e.code !== 'EAGAIN') throw e } } return b }
const receive = () => exactly(exactly(4).readUInt32BE(0))

const lines = doc => doc.getXmlFragment('default').toArray().map(p => p.toArray().map(t => t.toDelta().map(o => o.insert).join('')).join(''))

class Person {
  constructor (world, id) {
    this.world = world; this.doc = new Y.Doc(); this.doc.clientID = id; this.out = []; this.in = []; this.meant = new Set()
    this.root = this.doc.getXmlFragment('default')
    this.undo = new Y.UndoManager([this.root], { captureTimeout: 0, trackedOrigins: new Set(['own']) })
    this.doc.on('update', (u, origin) => { if (origin !== 'server') this.out.push(u) })
  }
  act (change) {
    const before = lines(this.doc).join('\n')
    change(this)
    const after = lines(this.doc).join('\n')
    ;(before.match(/w\d+;/g) ?? []).filter(w => !after.includes(w)).forEach(w => this.world.meant.add(w))
  }
  own (change) { this.act(() => this.doc.transact(() => change(this.root), 'own')) }
  type (line, at, words) { this.own(r => { const p = r.get(line); if (!p.length) p.insert(0, [new Y.XmlText()]); const t = p.get(0); t.insert(at < 0 ? t.length : Math.min(at, t.length), words) }) }
  add (line, words) { this.own(r => { const p = new Y.XmlElement('paragraph'); p.insert(0, [new Y.XmlText(words)]); r.insert(line, [p]) }) }
  remove (line) { this.own(r => r.delete(line, 1)) }
  // As the editor's binding writes Backspace at the beginning of a line.
  join (line) { this.own(r => { const words = r.get(line).get(0)?.toString() ?? ''; const p = r.get(line - 1); if (!p.length) p.insert(0, [new Y.XmlText()]); p.get(0).insert(p.get(0).length, words); r.delete(line, 1) }) }
  // As it writes that a line becomes something else.
  become (line, name) { this.own(r => { const words = r.get(line).get(0)?.toString() ?? ''; r.delete(line, 1); const p = new Y.XmlElement(name); p.insert(0, [new Y.XmlText(words)]); r.insert(line, [p]) }) }
  back () { this.act(() => this.undo.undo()) }
  again () { this.act(() => this.undo.redo()) }
  tell (n = this.out.length) { this.out.splice(0, n).forEach(u => this.world.bringIn(u)) }
  hear (n = this.in.length) { this.in.splice(0, n).forEach(u => Y.applyUpdate(this.doc, u, 'server')) }
}

class World {
  constructor (people, start) {
    send('new'); this.meant = new Set()
    this.people = Array.from({ length: people }, (_, i) => new Person(this, 10 * (1 + rnd(2 ** 20)) + i))
    start.forEach((words, i) => this.people[0].add(i, words))
    this.all(); this.people.forEach(p => p.undo.clear())
  }
  bringIn (update) { send(update); const news = receive(); if (news.length > 2) this.people.forEach(p => p.in.push(news)) }
  all () { while (this.people.some(p => p.out.length || p.in.length)) this.people.forEach(p => { p.tell(); p.hear() }) }
  end () {
    this.all(); send('read')
    const expected = receive().toString()
    this.people.forEach(p => { if (p.doc.store.pendingStructs || JSON.stringify(lines(p.doc)) !== expected) throw new Error(`${p.doc.clientID} reads ${JSON.stringify(lines(p.doc))}, the server ${expected}`) })
    return JSON.parse(expected)
  }
}

const is = (what, found, expected) => { if (JSON.stringify(found) !== JSON.stringify(expected)) throw new Error(`${what}: ${JSON.stringify(found)} instead of ${JSON.stringify(expected)}`) }
const story = (what, start, act, ...expected) => { const w = new World(3, start); act(...w.people); const end = w.end(); if (!expected.some(e => JSON.stringify(e) === JSON.stringify(end))) is(what, end, expected[0]) }

for (const first of [true, false]) {
  const tell = (a, b) => { (first ? [a, b] : [b, a]).forEach(p => p.tell()) }
  story('a line removed while somebody types in it, and brought back', ['un', 'deux', 'trois'], (a, b) => {
    a.remove(1); b.type(1, -1, ' et demi'); tell(a, b); a.hear(); a.back()
  }, ['un', 'deux', ' et demi', 'trois'], ['un', ' et demi', 'deux', 'trois'])
  story('brought back before the server hears of either', ['un', 'deux', 'trois'], (a, b) => {
    a.remove(1); a.back(); b.type(1, -1, ' et demi'); tell(a, b)
  }, ['un', 'deux', ' et demi', 'trois'], ['un', ' et demi', 'deux', 'trois'])
  story('a line joined while somebody types in it, and parted again', ['un', 'deux', 'trois'], (a, b) => {
    a.join(1); b.type(1, -1, ' et demi'); tell(a, b); a.hear(); a.back()
  }, ['un', 'deux', ' et demi', 'trois'], ['un', ' et demi', 'deux', 'trois'])
  story('joined, parted, joined again', ['un', 'deux', 'trois'], (a, b) => {
    a.join(1); b.type(1, -1, ' et demi'); tell(a, b); a.hear(); a.back(); a.again()
  }, ['undeux', ' et demi', 'trois'])
  story('whoever typed takes it back: their words stay where they were put', ['un', 'deux'], (a, b) => {
    a.remove(1); b.type(1, -1, ' et demi'); tell(a, b); b.hear(); b.back()
  }, ['un', ' et demi'])
  story('two people join neighbours', ['un', 'deux', 'trois'], (a, b) => { a.join(1); b.join(2); tell(a, b) }, ['undeux', 'trois'])
  story('two people type in a line that goes', ['un', 'deux', 'trois'], (a, b, c) => {
    a.remove(1); b.type(1, -1, ' et demi'); c.type(1, 0, 'vingt-'); tell(a, b); c.tell()
  }, ['un', ' et demi', 'vingt-', 'trois'], ['un', 'vingt-', ' et demi', 'trois'])
  story('a line becomes a heading while somebody types in it', ['un', 'deux', 'trois'], (a, b) => {
    a.become(1, 'heading'); b.type(1, -1, ' et demi'); tell(a, b)
  }, ['un', 'deux', ' et demi', 'trois'], ['un', ' et demi', 'deux', 'trois'])
  story('words one removed oneself do not come back', ['un', 'deux', 'trois'], (a, b) => {
    a.remove(1); b.type(1, -1, ' et demi'); b.own(r => r.get(1).get(0).delete(4, 8)); tell(a, b)
  }, first ? ['un', ' et demi', 'trois'] : ['un', 'trois'])
  story('both remove the line', ['un', 'deux', 'trois'], (a, b) => { a.remove(1); b.type(1, -1, ' x'); b.remove(1); tell(a, b) },
    first ? ['un', ' x', 'trois'] : ['un', 'trois'])
}
story('letter by letter, before one knows that the line is gone', ['un', 'deux', 'trois', 'quatre'], (a, b) => {
  a.remove(1); a.tell()
  for (const letter of ' et demi') { b.type(1, -1, letter); b.tell() }
}, ['un', ' et demi', 'trois', 'quatre'])
story('told at once by somebody who was away', ['un', 'deux', 'trois', 'quatre'], (a, b) => {
  a.remove(1); a.tell()
  for (const letter of ' et demi') b.type(1, -1, letter)
  const update = Y.mergeUpdates(b.out); b.out = [update]; b.tell(); b.out = [update]
}, ['un', ' et demi', 'trois', 'quatre'])

// At random: all agree, and no word is gone that nobody took away knowing it. Where one person alone takes lines away,
// joins them and brings them back, none is there twice; two who bring the same back have it twice in any case.
for (let n = 0, word = 0; n < cases; n++) {
  const w = new World(3, ['w' + word++ + ';', 'w' + word++ + ';', 'w' + word++ + ';'])
  const typed = []; const many = n % 2 > 0
  for (let left = 10 + rnd(60); left > 0; left--) {
    const k = rnd(12); const p = w.people[k > 3 && k < 9 && !many ? 0 : rnd(3)]; const { length } = p.root; const line = length ? rnd(length) : 0
    switch (k) {
      case 0: case 1: case 2: if (length) { typed.push('w' + word + ';'); p.type(line, rnd(2) ? -1 : 0, 'w' + word++ + ';') } break
      case 3: typed.push('w' + word + ';'); p.add(rnd(length + 1), 'w' + word++ + ';'); break
      case 4: if (length) p.remove(line); break
      case 5: if (line) p.join(line); break
      case 6: if (length) p.become(line, rnd(2) ? 'heading' : 'paragraph'); break
      case 7: p.back(); break
      case 8: p.again(); break
      case 9: case 10: p.tell(1 + rnd(3)); break
      case 11: p.hear(1 + rnd(3))
    }
  }
  const end = w.end().join('\n')
  const lost = typed.filter(t => !w.meant.has(t) && !end.includes(t))
  if (lost.length) throw new Error(`case ${n}: ${lost} lost in ${JSON.stringify(end)}`)
  const twice = many ? [] : typed.filter(t => end.split(t).length > 2)
  if (twice.length) throw new Error(`case ${n}: ${twice} twice in ${JSON.stringify(end)}`)
}
send('end')
