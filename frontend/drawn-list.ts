/**
 * Lists whose rows the server tells as one record (DrawnRecord.java, where its form stands): elements are made one by one,
 * words become text, and only the elements and attributes named below are made at all. Never `innerHTML`.
 */
type Attributes = Record<string, string>;
type Drawn = [tag: string, look: string | Attributes, ...children: (string | number | Drawn)[]];

const SVG = 'http://www.w3.org/2000/svg';
const OF_PICTURES = new Set(['svg', 'g', 'circle', 'rect', 'path']);
const ELEMENTS = new Set(['a', 'article', 'b', 'div', 'em', 'h3', 'h4', 'li', 'ol', 'p', 'span', 'strong', 'time', 'ul',
  'vaadin-icon']);
/** An address within the site; mail and other sites never stand in a record. */
const ADDRESS = /^(?:\/(?![/\\])|[?#]|[\w-]+(?:[/?#]|$))/;

function make(drawn: Drawn, pictures: Drawn[]): Element {
  const [tag, look, ...children] = drawn;
  const picture = OF_PICTURES.has(tag);
  if (!picture && !ELEMENTS.has(tag)) {
    throw new Error(`A record cannot hold <${tag}>`);
  }
  const element = picture ? document.createElementNS(SVG, tag) : document.createElement(tag);
  for (const [name, value] of Object.entries(typeof look === 'string' ? { class: look } : look)) {
    if (name.startsWith('on') || name === 'style' || (name === 'href' && !ADDRESS.test(value))) {
      throw new Error(`A record cannot hold ${name}`);
    }
    if (value) {
      element.setAttribute(name, value);
    }
  }
  for (const child of children) {
    element.append(typeof child === 'string' ? child : make(typeof child === 'number' ? pictures[child] : child, pictures));
  }
  return element;
}

/** The list itself: a `ul`, into which the parts of the list put their rows. */
class DrawnList extends HTMLElement {
  private readonly list = document.createElement('ul');

  add(rows: Element[]): void {
    // Emptied by the server, this element loses all it holds, the list among it.
    if (this.list.parentNode !== this) {
      if (!this.hasAttribute('plain')) {
        this.list.className = 'ml-list';
      }
      this.prepend(this.list);
    }
    this.list.append(...rows);
  }
}

/** One page of rows. */
class DrawnPart extends HTMLElement {
  private written = '';
  private rows: Element[] = [];

  get record(): string {
    return this.written;
  }

  set record(record: string) {
    if (record !== this.written) {
      this.written = record;
      this.erase();
      this.draw();
    }
  }

  connectedCallback(): void {
    // What was told before this script had come stands in the way of the property.
    if (Object.hasOwn(this, 'record')) {
      const early = this.record;
      delete (this as { record?: string }).record;
      this.record = early;
    }
    this.draw();
  }

  disconnectedCallback(): void {
    this.erase();
  }

  private draw(): void {
    const list = this.parentElement;
    if (this.rows.length === 0 && this.written && list instanceof DrawnList) {
      const [pictures, ...rows] = JSON.parse(this.written) as [Drawn[], ...Drawn[]];
      this.rows = rows.map((row) => make(['li', ''], []).appendChild(make(row, pictures)).parentElement!);
      list.add(this.rows);
    }
  }

  private erase(): void {
    this.rows.forEach((row) => row.remove());
    this.rows = [];
  }
}

customElements.define('ml-drawn-list', DrawnList);
customElements.define('ml-drawn', DrawnPart);
