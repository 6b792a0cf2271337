import { html, LitElement, nothing, svg, type PropertyValues } from 'lit';

/** A place that can be picked. */
export interface MapPoint {
  id: string;
  label: string;
  note?: string;
  lat: number;
  lon: number;
  hue: number;
  href?: string;
}

/** A thread between two places, by their ids. */
export interface MapLine {
  from: string;
  to: string;
}

interface Frame {
  code: string;
  name: string;
  x: number;
  y: number;
  size: number;
  west: number;
  east: number;
  north: number;
  south: number;
  kx: number;
  ky: number;
  dx: number;
  dy: number;
}

interface FranceData {
  width: number;
  height: number;
  projection: { n: number; f: number; rho0: number; lon0: number; west: number; north: number; scale: number };
  frames: Frame[];
  departments: { code: string; name: string; region: string; rings: number[][] }[];
  arcs: number[][];
}

interface Ground {
  data: FranceData;
  land: string;
  borders: string;
}

interface Placed extends MapPoint {
  x: number;
  y: number;
}

interface Label {
  point: Placed;
  x: number;
  y: number;
  anchor: 'start' | 'middle' | 'end';
}

const RAD = Math.PI / 180;
let loading: Promise<Ground> | undefined;

/** The ground is read once per page, whatever the number of maps. */
function ground(): Promise<Ground> {
  loading ??= fetch(new URL('map/france.json', document.baseURI))
    .then((answer) => {
      if (!answer.ok) {
        throw new Error(`map/france.json: ${answer.status}`);
      }
      return answer.json() as Promise<FranceData>;
    })
    .then(draw)
    .catch((reason) => {
      loading = undefined;
      throw reason;
    });
  return loading;
}

function draw(data: FranceData): Ground {
  const lines = data.arcs.map((flat) => {
    const line: [number, number][] = [[flat[0], flat[1]]];
    for (let i = 2; i < flat.length; i += 2) {
      const last = line[line.length - 1];
      line.push([last[0] + flat[i], last[1] + flat[i + 1]]);
    }
    return line.map(([x, y]): [number, number] => [x / 10, y / 10]);
  });
  const follow = (index: number) => (index < 0 ? lines[-1 - index].slice().reverse() : lines[index]);
  const write = (line: [number, number][], start: string) => line.map(([x, y], i) => `${i === 0 ? start : 'L'}${x} ${y}`).join('');
  const sides = new Map<number, Set<string>>();
  const land: string[] = [];
  for (const department of data.departments) {
    for (const ring of department.rings) {
      ring.forEach((index, i) => {
        land.push(write(follow(index), i === 0 ? 'M' : 'L'));
        const arc = index < 0 ? -1 - index : index;
        sides.set(arc, (sides.get(arc) ?? new Set()).add(department.region));
      });
      land.push('Z');
    }
  }
  const borders = [...sides].filter(([, regions]) => regions.size > 1).map(([arc]) => write(lines[arc], 'M'));
  return { data, land: land.join(''), borders: borders.join('') };
}

function place(data: FranceData, lat: number, lon: number): [number, number] {
  const frame = data.frames.find((one) => lat >= one.south - 0.2 && lat <= one.north + 0.2 && lon >= one.west - 0.2 && lon <= one.east + 0.2);
  if (frame) {
    return [frame.dx + (lon - frame.west) * frame.kx, frame.dy + (frame.north - lat) * frame.ky];
  }
  const { n, f, rho0, lon0, west, north, scale } = data.projection;
  const rho = f / Math.tan(Math.PI / 4 + (lat * RAD) / 2) ** n;
  const angle = n * (lon - lon0) * RAD;
  return [(rho * Math.sin(angle) - west) * scale, (north - (rho0 - rho * Math.cos(angle))) * scale];
}

/**
 * The map of France: departments, regions, the overseas ones in frames; places in the hue of their space, threads
 * between them, and if asked a dot for every territory. Places are links or buttons: Tab enters the map, the arrows
 * go to the next place in that direction, Enter opens it.
 *
 * Fires `ml-pick` with `{ id }`; when nobody prevents it and the place has an address, goes there.
 * Draws in the light tree, so that the colours of the style sheet apply.
 */
export class FranceMap extends LitElement {
  static override properties = {
    points: { attribute: false },
    lines: { attribute: false },
    dots: { attribute: false },
    label: {},
    help: {},
    attribution: {},
    ground: { state: true },
    unit: { state: true },
    active: { state: true }
  };

  declare points: MapPoint[];
  declare lines: MapLine[];
  /** Latitudes and longitudes, one after the other. */
  declare dots: number[];
  declare label: string;
  declare help: string;
  declare attribution: string;
  declare private ground: Ground | undefined;
  /** How many units of the drawing one pixel of the screen is. */
  declare private unit: number;
  declare private active: string | undefined;

  private readonly watcher = new ResizeObserver(([entry]) => {
    const width = entry.contentRect.width;
    if (width > 0 && this.ground) {
      this.unit = Math.round((this.ground.data.width / width) * 50) / 50;
    }
  });

  constructor() {
    super();
    this.points = [];
    this.lines = [];
    this.dots = [];
    this.label = '';
    this.help = '';
    this.attribution = '';
    this.unit = 1;
  }

  override createRenderRoot() {
    return this;
  }

  override connectedCallback() {
    super.connectedCallback();
    this.watcher.observe(this);
    ground().then(
      (ready) => {
        this.ground = ready;
        const width = this.getBoundingClientRect().width;
        this.unit = width > 0 ? Math.round((ready.data.width / width) * 50) / 50 : 1;
      },
      (reason) => console.warn(reason)
    );
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    this.watcher.disconnect();
  }

  override willUpdate(changed: PropertyValues<this>) {
    if (changed.has('points') && !this.points.some((point) => point.id === this.active)) {
      this.active = this.points[0]?.id;
    }
  }

  override render() {
    if (!this.ground) {
      return html`<figure class="ml-map"><svg viewBox="0 0 600 561" aria-hidden="true"></svg></figure>`;
    }
    const { data, land, borders } = this.ground;
    const points = this.points.map((point): Placed => {
      const [x, y] = place(data, point.lat, point.lon);
      return { ...point, x, y };
    });
    const byId = new Map(points.map((point) => [point.id, point]));
    const size = 13 * Math.max(1, this.unit);
    const labels = this.labels(points, size);
    return html`<figure class="ml-map">
      <svg viewBox="-4 -4 ${data.width + 8} ${data.height + 8}" role="group" aria-label=${this.label} aria-description=${points.length ? this.help : nothing}>
        <path class="land" d=${land}></path>
        <path class="border" d=${borders}></path>
        ${data.frames.map((frame) => svg`<rect class="frame" x=${frame.x} y=${frame.y} width=${frame.size} height=${frame.size} rx="4"></rect>`)}
        ${this.dots.length ? svg`<path class="dots" d=${this.dotPath(data)}></path>` : nothing}
        ${this.threads(byId)}
        ${points.map((point) => this.point(point, size, labels.get(point.id)))}
      </svg>
      <figcaption class="ml-foot">${this.attribution}</figcaption>
    </figure>`;
  }

  private dotPath(data: FranceData) {
    let path = '';
    for (let i = 0; i + 1 < this.dots.length; i += 2) {
      const [x, y] = place(data, this.dots[i], this.dots[i + 1]);
      path += `M${x.toFixed(1)} ${y.toFixed(1)}h0`;
    }
    return path;
  }

  /** Threads bend away from the middle of what they join, so that they do not hide one another. */
  private threads(byId: Map<string, Placed>) {
    const pairs = this.lines.flatMap((line) => {
      const a = byId.get(line.from);
      const b = byId.get(line.to);
      return a && b ? [{ a, b }] : [];
    });
    const ends = pairs.flatMap(({ a, b }) => [a, b]);
    const middle = { x: ends.reduce((sum, end) => sum + end.x, 0) / ends.length, y: ends.reduce((sum, end) => sum + end.y, 0) / ends.length };
    return pairs.map(({ a, b }) => {
      const mx = (a.x + b.x) / 2;
      const my = (a.y + b.y) / 2;
      const nx = b.y - a.y;
      const ny = a.x - b.x;
      const side = (mx - middle.x) * nx + (my - middle.y) * ny < 0 ? -1 : 1;
      const x = mx + nx * 0.18 * side;
      const y = my + ny * 0.18 * side;
      return svg`<path class="thread" d="M${a.x.toFixed(1)} ${a.y.toFixed(1)}Q${x.toFixed(1)} ${y.toFixed(1)} ${b.x.toFixed(1)} ${b.y.toFixed(1)}"></path>`;
    });
  }

  private point(point: Placed, size: number, label: Label | undefined) {
    const radius = 5 * Math.max(1, this.unit * 0.85);
    const words = point.note ? `${point.label}, ${point.note}` : point.label;
    const inside = svg`<circle class="target" cx=${point.x} cy=${point.y} r=${12 * Math.max(1, this.unit)}></circle>
      <circle class="ring" cx=${point.x} cy=${point.y} r=${radius + 4}></circle>
      <circle class="place" cx=${point.x} cy=${point.y} r=${radius}></circle>
      <text class="label ${label ? '' : 'aside'}" x=${label?.x ?? point.x + radius + 5} y=${label?.y ?? point.y + size / 3} text-anchor=${label?.anchor ?? 'start'} font-size=${size} aria-hidden="true">${point.label}</text>`;
    const tab = point.id === this.active ? 0 : -1;
    return point.href
      ? svg`<a class="point" href=${point.href} data-id=${point.id} data-hue=${point.hue} tabindex=${tab} aria-label=${words}
          @click=${(event: Event) => this.pick(event, point)} @keydown=${(event: KeyboardEvent) => this.key(event, point)}>${inside}</a>`
      : svg`<g class="point" role="button" data-id=${point.id} data-hue=${point.hue} tabindex=${tab} aria-label=${words}
          @click=${(event: Event) => this.pick(event, point)} @keydown=${(event: KeyboardEvent) => this.key(event, point)}>${inside}</g>`;
  }

  /** Words beside their place where there is room: right, left, below, above. The others show when looked at. */
  private labels(points: Placed[], size: number): Map<string, Label> {
    const taken: [number, number, number, number][] = points.map((point) => [point.x - 6, point.y - 6, point.x + 6, point.y + 6]);
    const result = new Map<string, Label>();
    const gap = 9 * Math.max(1, this.unit * 0.9);
    for (const point of points) {
      const width = point.label.length * size * 0.54;
      const tries: Label[] = [
        { point, x: point.x + gap, y: point.y + size * 0.34, anchor: 'start' },
        { point, x: point.x - gap, y: point.y + size * 0.34, anchor: 'end' },
        { point, x: point.x, y: point.y + gap + size * 0.8, anchor: 'middle' },
        { point, x: point.x, y: point.y - gap, anchor: 'middle' }
      ];
      const boxes = tries.map((label): [number, number, number, number] => {
        const left = label.anchor === 'start' ? label.x : label.anchor === 'end' ? label.x - width : label.x - width / 2;
        return [left, label.y - size * 0.8, left + width, label.y + size * 0.25];
      });
      const free = boxes.findIndex(
        (box) =>
          box[0] > -4 &&
          box[2] < 604 &&
          !taken.some((other, i) => points[i] !== point && box[0] < other[2] && box[2] > other[0] && box[1] < other[3] && box[3] > other[1])
      );
      if (free >= 0) {
        taken.push(boxes[free]);
        result.set(point.id, tries[free]);
      }
    }
    return result;
  }

  private pick(event: Event, point: Placed) {
    // The router of the application knows links of HTML, not those of SVG: an ordinary link is followed in its place.
    event.preventDefault();
    event.stopPropagation();
    this.active = point.id;
    const picked = new CustomEvent('ml-pick', { detail: { id: point.id }, bubbles: true, composed: true, cancelable: true });
    if (this.dispatchEvent(picked) && point.href) {
      const link = document.createElement('a');
      link.href = point.href;
      document.body.append(link);
      link.click();
      link.remove();
    }
  }

  private key(event: KeyboardEvent, point: Placed) {
    if ((event.key === 'Enter' || event.key === ' ') && !point.href) {
      this.pick(event, point);
      return;
    }
    const direction = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] }[event.key];
    if (!direction || !this.ground) {
      return;
    }
    event.preventDefault();
    const [dx, dy] = direction;
    const data = this.ground.data;
    let best: { id: string; far: number } | undefined;
    for (const other of this.points) {
      const [x, y] = place(data, other.lat, other.lon);
      const ahead = (x - point.x) * dx + (y - point.y) * dy;
      const aside = Math.abs((x - point.x) * dy) + Math.abs((y - point.y) * dx);
      const far = ahead + aside * 2;
      if (other.id !== point.id && ahead > 0.5 && (!best || far < best.far)) {
        best = { id: other.id, far };
      }
    }
    if (best) {
      const id = best.id;
      this.active = id;
      this.updateComplete.then(() => this.querySelector<SVGElement>(`[data-id="${CSS.escape(id)}"]`)?.focus());
    }
  }
}

customElements.define('ml-france-map', FranceMap);

declare global {
  interface HTMLElementTagNameMap {
    'ml-france-map': FranceMap;
  }
  interface HTMLElementEventMap {
    'ml-pick': CustomEvent<{ id: string }>;
  }
}
