/**
 * What comes from Word, LibreOffice, Excel and mail, before the editor's own schema has its say: Word's lists are
 * paragraphs that only look like lists, and much of what these programs bring is no content at all.
 */
const NO_CONTENT = 'style, script, meta, link, title, xml, head, o\\:p, w\\:sdt, img:not([data-picture])';

export function cleaned(html: string): string {
  // Word hides what browsers should not see in comments; what it shows them stands between <![if …]> and <![endif]>.
  const source = html.replace(/<!--[\s\S]*?-->/g, '').replace(/<!\[[^\]]*\]>/g, '');
  const page = new DOMParser().parseFromString(source, 'text/html');
  lists(page);
  page.querySelectorAll(NO_CONTENT).forEach((node) => {
    if (node.tagName === 'O:P' || node.tagName === 'W:SDT') {
      node.replaceWith(...node.childNodes);
    } else {
      node.remove();
    }
  });
  for (const node of page.body.querySelectorAll<HTMLElement>('*')) {
    emphasis(node);
    for (const { name } of [...node.attributes]) {
      if (!KEPT.has(name)) {
        node.removeAttribute(name);
      }
    }
  }
  emptyParagraphs(page);
  return page.body.innerHTML;
}

const KEPT = new Set(['href', 'colspan', 'rowspan', 'start', 'data-type', 'data-checked', 'data-level', 'data-pm-slice', 'data-comment', 'data-reference', 'data-picture', 'alt']);

/** Bold and italic said by style alone, and bold taken back by style. */
function emphasis(node: HTMLElement): void {
  const { fontWeight, fontStyle } = node.style;
  if (node.matches('b, strong') && (fontWeight === 'normal' || fontWeight === '400')) {
    node.replaceWith(...node.childNodes);
  } else if (node.matches('span, font')) {
    if (fontWeight === 'bold' || Number(fontWeight) >= 600) {
      wrap(node, 'strong');
    }
    if (fontStyle === 'italic') {
      wrap(node, 'em');
    }
  }
}

function wrap(node: HTMLElement, tag: string): void {
  const around = node.ownerDocument.createElement(tag);
  around.append(...node.childNodes);
  node.append(around);
}

/** Paragraphs of Word that say “mso-list:l0 level2 lfo1” become lists, nested by their level. */
function lists(page: Document): void {
  let open: { list: HTMLElement; level: number }[] = [];
  let before: Element | null = null;
  for (const paragraph of page.querySelectorAll<HTMLElement>('p, h1, h2, h3, h4, h5, h6')) {
    const said = /mso-list:\s*l\d+\s+level(\d+)/i.exec(paragraph.getAttribute('style') ?? '');
    if (!said) {
      continue;
    }
    if (before !== paragraph.previousElementSibling) {
      open = [];
    }
    const level = Number(said[1]);
    const sign = marker(paragraph);
    while (open.length > 0 && open[open.length - 1].level > level) {
      open.pop();
    }
    let current = open[open.length - 1];
    if (!current || current.level < level) {
      const list = page.createElement(/^\(?(\d+|[a-z]{1,4})[.)°]/i.test(sign) ? 'ol' : 'ul');
      const host = current?.list.lastElementChild;
      if (host) {
        host.append(list);
      } else {
        paragraph.before(list);
      }
      current = { list, level };
      open.push(current);
    }
    const item = page.createElement('li');
    const content = page.createElement('p');
    content.append(...paragraph.childNodes);
    item.append(content);
    current.list.append(item);
    paragraph.remove();
    before = open[0].list;
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

/** Word and mail make distance by empty paragraphs; here distance comes by itself. */
function emptyParagraphs(page: Document): void {
  page.body.querySelectorAll('p').forEach((paragraph) => {
    const empty = !(paragraph.textContent ?? '').replace(/\u00a0/g, '').trim();
    if (empty && !paragraph.querySelector('img, input') && paragraph.parentElement?.children.length !== 1) {
      paragraph.remove();
    }
  });
}
