/** Lists of Word, its page in the browser, Outlook and Google, which are lists by their looks or in pieces. */
type Level = { list: HTMLElement; level: number; kind: string };

export function lists(page: Document): void {
  inPieces(page);
  ofParagraphs(page);
  toTick(page);
}

/** Puts one line after another into lists within lists. */
class Nesting {
  private open: Level[] = [];

  /** Where the outermost list stands. */
  get root(): HTMLElement | undefined {
    return this.open[0]?.list;
  }

  end(): void {
    this.open = [];
  }

  /**
   * @param kind which list of its document it is of: another of the same level begins a new one
   * @param at   where a new list is put
   */
  add(content: Node[], level: number, tag: 'ul' | 'ol', start: number, kind: string, at: Element): void {
    const page = at.ownerDocument;
    while (this.open.length > 0 && this.open[this.open.length - 1].level > level) {
      this.open.pop();
    }
    let current = this.open[this.open.length - 1];
    if (current?.level === level && (current.list.localName !== tag || current.kind !== kind)) {
      this.open.pop();
      current = this.open[this.open.length - 1];
    }
    if (!current || current.level < level) {
      const list = page.createElement(tag);
      if (tag === 'ol' && start > 1) {
        list.setAttribute('start', String(start));
      }
      const host = current?.list.lastElementChild;
      if (host) {
        host.append(list);
      } else {
        at.before(list);
      }
      current = { list, level, kind };
      this.open.push(current);
    }
    const item = page.createElement('li');
    item.append(...content);
    current.list.append(item);
  }
}

/** Paragraphs of Word that say “mso-list:l0 level2 lfo1”; a heading that does only has a number. */
function ofParagraphs(page: Document): void {
  const nesting = new Nesting();
  for (const paragraph of page.querySelectorAll<HTMLElement>('p, h1, h2, h3, h4, h5, h6')) {
    const said = /mso-list:\s*(l\d+)\s+level(\d+)/i.exec(paragraph.getAttribute('style') ?? '');
    if (!said) {
      continue;
    }
    const sign = marker(paragraph);
    if (!paragraph.matches('p') || paragraph.closest('li')) {
      continue;
    }
    if (nesting.root !== paragraph.previousElementSibling) {
      nesting.end();
    }
    const numbered = /^\(?(\d+|[a-z]{1,4})(\.\d+)*\s?[.)°]/i.exec(sign);
    const content = page.createElement('p');
    content.append(...paragraph.childNodes);
    nesting.add([content], Number(said[2]), numbered ? 'ol' : 'ul', Number(numbered?.[1]) || 1, said[1], paragraph);
    paragraph.remove();
  }
}

/** Takes the bullet or number out of the paragraph and says what it was. */
function marker(paragraph: HTMLElement): string {
  let sign = '';
  for (const span of [...paragraph.querySelectorAll<HTMLElement>('span')]) {
    if (/mso-list:\s*ignore/i.test(span.getAttribute('style') ?? '')) {
      sign ||= (span.textContent ?? '').trim();
      span.remove();
    }
  }
  return sign;
}

/** Word in the browser gives each line a list of its own, which says its level. */
function inPieces(page: Document): void {
  const nesting = new Nesting();
  for (const piece of [...page.querySelectorAll('.ListContainerWrapper')]) {
    if (nesting.root !== piece.previousElementSibling) {
      nesting.end();
    }
    for (const item of piece.querySelectorAll<HTMLElement>('li')) {
      const list = item.closest('ul, ol');
      const start = Number(list?.getAttribute('start')) || 1;
      nesting.add([...item.childNodes], Number(item.dataset.ariaLevel ?? item.getAttribute('aria-level')) || 1, list?.matches('ol') ? 'ol' : 'ul', start, '', piece);
    }
    piece.remove();
  }
}

/** Lines with a box before them. */
function toTick(page: Document): void {
  for (const item of page.querySelectorAll<HTMLElement>('li:not([data-type])')) {
    const box = item.querySelector<HTMLInputElement>(':scope > input[type=checkbox], :scope > p > input[type=checkbox], :scope > label > input[type=checkbox]');
    if (item.getAttribute('role') === 'checkbox' || box) {
      item.dataset.type = 'taskItem';
      item.dataset.checked = String(box ? box.hasAttribute('checked') : item.getAttribute('aria-checked') === 'true');
    }
  }
  for (const list of page.querySelectorAll<HTMLElement>('ul:not([data-type])')) {
    if (list.children.length > 0 && [...list.children].every((item) => item.matches('[data-type=taskItem]'))) {
      list.dataset.type = 'taskList';
    } else {
      list.querySelectorAll<HTMLElement>(':scope > [data-type=taskItem]').forEach((item) => delete item.dataset.type);
    }
  }
}
