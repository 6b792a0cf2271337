/** Tables: those that only arrange a mail are none, those of Excel end where their content does. */
/** @param bold names of the classes of cells that are bold, from {@link boldClasses} */
export function tables(page: Document, bold: Set<string>): void {
  // From the inside out: what remains within is known when what stands around it is looked at.
  for (const table of [...page.body.querySelectorAll('table')].reverse()) {
    if (arranges(table)) {
      unfold(table);
    } else {
      caption(table);
      shorten(table);
      head(table, bold);
    }
  }
}

function rows(table: HTMLTableElement): HTMLTableRowElement[] {
  return [...table.rows];
}

function arranges(table: HTMLTableElement): boolean {
  const cells = rows(table).flatMap((row) => [...row.cells]);
  return table.getAttribute('role') === 'presentation' || table.querySelector('table') !== null || cells.length < 2;
}

function unfold(table: HTMLTableElement): void {
  const parts = rows(table).flatMap((row) => [...row.cells]).map((cell) => {
    const part = table.ownerDocument.createElement('div');
    part.append(...cell.childNodes);
    return part;
  });
  table.replaceWith(...parts);
}

/** What stands over a table stands before it. */
function caption(table: HTMLTableElement): void {
  if (table.caption) {
    const words = renamed(table.caption, 'p');
    table.before(words);
  }
}

function empty(cell: Element): boolean {
  return !/[^\s\u00a0]/.test(cell.textContent ?? '') && cell.querySelector('img, [data-reference]') === null;
}

/** Whole columns and rows that were selected bring cells nobody wrote in. */
function shorten(table: HTMLTableElement): void {
  table.querySelectorAll('col, colgroup').forEach((column) => column.remove());
  let all = rows(table);
  const merged = all.some((row) => [...row.cells].some(({ colSpan, rowSpan }) => colSpan > 1 || rowSpan > 1));
  while (!merged && all.length > 1 && [...all[all.length - 1].cells].every(empty)) {
    all[all.length - 1].remove();
    all = all.slice(0, -1);
  }
  const width = Math.max(...all.map((row) => row.cells.length));
  for (let column = width - 1; !merged && column > 0 && all.every((row) => !row.cells[column] || empty(row.cells[column])); column--) {
    all.forEach((row) => row.cells[column]?.remove());
  }
}

/** Excel says in a style sheet which of its classes are bold. */
export function boldClasses(html: string): Set<string> {
  return new Set([...html.matchAll(/\.(xl\d+)\s*\{[^}]*font-weight:\s*(?:bold|[6-9]00)/g)].map(([, name]) => name));
}

/** A first row in bold over others that are not is the head of its table. */
function head(table: HTMLTableElement, bold: Set<string>): void {
  const [first, ...others] = rows(table);
  if (!first || others.length === 0 || table.querySelector('th') || !isBold(first) || others.some(isBold)) {
    return;
  }
  [...first.cells].forEach((cell) => {
    const { colSpan, rowSpan } = cell;
    const column = renamed(cell, 'th') as HTMLTableCellElement;
    column.colSpan = colSpan;
    column.rowSpan = rowSpan;
    column.querySelectorAll('b, strong').forEach((strong) => strong.replaceWith(...strong.childNodes));
    column.querySelectorAll('span').forEach((span) => span.removeAttribute('style'));
  });

  function isBold(row: HTMLTableRowElement): boolean {
    const cells = [...row.cells].filter((cell) => !empty(cell));
    return cells.length > 0 && cells.every((cell) => {
      const strong = [...cell.querySelectorAll('b, strong')].map(({ textContent }) => textContent).join('');
      const weight = [cell, ...cell.querySelectorAll<HTMLElement>('span')].map(({ style }) => style.fontWeight);
      return bold.has(cell.className.split(' ')[0]) || strong.replace(/\s/g, '') === (cell.textContent ?? '').replace(/\s/g, '') || weight.some((one) => one === 'bold' || Number(one) >= 600);
    });
  }
}

/** The same content in another element, without attributes. */
export function renamed(node: HTMLElement, tag: string): HTMLElement {
  const other = node.ownerDocument.createElement(tag);
  other.append(...node.childNodes);
  node.replaceWith(other);
  return other;
}
