/**
 * What comes from Word, LibreOffice, Excel and mail, before the editor's own schema has its say: what only looks like a
 * list, a heading or a quote becomes one, and what is no content at all stays outside.
 */
import { BREAK } from './breaks';
import { lists } from './paste-lists';
import { boldClasses, renamed, tables } from './paste-tables';

const NO_CONTENT =
  'style, script, meta, link, title, xml, head, iframe, object, embed, svg, canvas, video, audio, template, noscript,' +
  ' select, textarea, input, img:not([data-picture]), del:not([data-proposal]), p[class^="MsoToc"], .msocomanchor, .msocomoff';
const KEPT = new Set(['href', 'colspan', 'rowspan', 'start', 'data-type', 'data-checked', 'data-level', 'data-pm-slice', 'data-comment', 'data-reference', 'data-picture', 'alt']);
/** What says whose proposal words are; the editor asks whether it is one of this text. */
const PROPOSAL = new Set(['data-proposal', 'data-by', 'data-name', 'data-at']);
const LINKED = /^\s*(https?|mailto|tel):/i;
const BLOCKS = 'p, div, h1, h2, h3, h4, h5, h6, li, td, th, blockquote, ul, ol, table, pre, section, article, hr';

export function cleaned(html: string): string {
  const own = html.includes('data-pm-slice=');
  const page = new DOMParser().parseFromString(withoutConditions(own ? html : html.replaceAll(BREAK, '<br>')), 'text/html');
  const bold = boldClasses(html);
  notes(page);
  lists(page);
  page.querySelectorAll(NO_CONTENT).forEach((node) => node.remove());
  unseen(page);
  quotes(page);
  preformatted(page);
  headings(page);
  if (!own) {
    tables(page, bold);
  }
  for (const node of page.body.querySelectorAll<HTMLElement>('*')) {
    emphasis(node);
    link(node);
    for (const { name } of [...node.attributes]) {
      if (!KEPT.has(name) && !(own && node.matches('ins, del') && PROPOSAL.has(name))) {
        node.removeAttribute(name);
      }
    }
  }
  distances(page);
  if (!own) {
    spaces(page);
  }
  emptyParagraphs(page);
  return page.body.innerHTML;
}

/**
 * Word hides what browsers should not see in comments; what it shows them stands between <![if …]> and <![endif]>. What
 * it adds only for those who know no line breaks of its kind would be a second one.
 */
function withoutConditions(html: string): string {
  return html
    .replace(/<!(--)?\[if !supportLineBreakNewLine\](--)?>[\s\S]*?<!(--)?\[endif\](--)?>/gi, '')
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/<!\[[^\]]*\]>/g, '');
}

/** What is said beside a page of Word goes; the sign of a note at the foot stays as [1], its words where they stood. */
function notes(page: Document): void {
  page.querySelectorAll('[style*="mso-element:comment"], .msocomtxt').forEach((node) => node.remove());
  page.querySelectorAll('a[href*="#_ftn"], a[href*="#_edn"], a[href*="#sdfootnote"], a[href*="#sdendnote"]').forEach((sign) => {
    const number = (sign.textContent ?? '').replace(/[^\p{L}\p{N}*]/gu, '');
    sign.replaceWith(number ? `[${number}]` : '');
  });
}

/** What nobody saw where it was copied: hidden words of Word, the line mail programs show before a mail is opened. */
function unseen(page: Document): void {
  page.body.querySelectorAll<HTMLElement>('[style]').forEach((node) => {
    if (node.style.display === 'none' || node.style.visibility === 'hidden' || /mso-hide:\s*all/i.test(node.getAttribute('style') ?? '')) {
      node.remove();
    } else if (/mso-tab-count/i.test(node.getAttribute('style') ?? '')) {
      node.replaceWith(' ');
    }
  });
}

/** Quotes by their style: the line Outlook draws beside what one answers to, and Word's own. */
function quotes(page: Document): void {
  page.body.querySelectorAll<HTMLElement>('div[style], p[class]').forEach((node) => {
    if (node.matches('p') ? !/^Mso(Intense)?Quote/.test(node.className) : !hasLineAtSide(node)) {
      return;
    }
    const before = node.previousElementSibling;
    if (node.matches('p') && before?.matches('blockquote[data-quoted]')) {
      before.append(node);
      return;
    }
    const quote = page.createElement('blockquote');
    quote.toggleAttribute('data-quoted', node.matches('p'));
    node.replaceWith(quote);
    quote.append(...(node.matches('p') ? [node] : node.childNodes));
  });
}

function hasLineAtSide({ style }: HTMLElement): boolean {
  return ['solid', 'double'].includes(style.borderLeftStyle) && !['solid', 'double'].includes(style.borderTopStyle);
}

/** Mails that are plain words: a line is a line, an empty one begins a paragraph, signs of quoting make a quote. */
function preformatted(page: Document): void {
  page.body.querySelectorAll('pre').forEach((pre) => {
    const blocks: HTMLElement[] = [];
    for (const part of (pre.textContent ?? '').split(/\n[ \t]*\n/)) {
      const lines = part.split('\n').filter((line) => line.trim());
      const quoted = lines.length > 0 && lines.every((line) => /^\s*>/.test(line));
      const paragraph = page.createElement('p');
      lines.forEach((line, at) => paragraph.append(...(at > 0 ? [page.createElement('br')] : []), (quoted ? line.replace(/^[\s>]+/, '') : line).trim()));
      if (quoted) {
        const quote = page.createElement('blockquote');
        quote.append(paragraph);
        blocks.push(quote);
      } else if (lines.length > 0) {
        blocks.push(paragraph);
      }
    }
    pre.replaceWith(...blocks);
  });
}

/**
 * Headings by the name of their style are headings. A document begins with its first level, a text here with its second:
 * the levels keep their distance.
 */
function headings(page: Document): void {
  page.body.querySelectorAll<HTMLElement>('p').forEach((paragraph) => {
    const said = /mso-outline-level:\s*(\d)/i.exec(paragraph.getAttribute('style') ?? '')?.[1];
    const role = paragraph.getAttribute('role') === 'heading' ? paragraph.getAttribute('aria-level') : null;
    const level = paragraph.matches('.MsoTitle') ? 1 : Number(said ?? role ?? 0);
    if (level > 0 && level < 7) {
      renamed(paragraph, `h${level}`);
    }
  });
  page.body.querySelectorAll('li > :is(h1, h2, h3, h4, h5, h6)').forEach((heading) => {
    // LibreOffice numbers its headings by a list that holds nothing else.
    const list = heading.closest('ul, ol')!;
    if ([...list.querySelectorAll('li')].every(({ childElementCount, firstElementChild }) => childElementCount === 1 && firstElementChild?.matches('h1, h2, h3, h4, h5, h6'))) {
      list.replaceWith(...list.querySelectorAll('h1, h2, h3, h4, h5, h6'));
    }
  });
  const all = [...page.body.querySelectorAll<HTMLElement>('h1, h2, h3, h4, h5, h6')];
  const shift = all.some((heading) => heading.tagName === 'H1') ? 1 : 0;
  for (const heading of all) {
    heading.dataset.level ??= String(Math.min(Number(heading.tagName[1]) + shift, 4));
    heading.querySelectorAll('b, strong').forEach((bold) => bold.replaceWith(...bold.childNodes));
  }
}

/** Bold and italic said by style alone, and taken back by style. */
function emphasis(node: HTMLElement): void {
  const { fontWeight, fontStyle } = node.style;
  const light = fontWeight === 'normal' || (Number(fontWeight) > 0 && Number(fontWeight) < 600);
  if ((node.matches('b, strong') && light) || (node.matches('i, em') && fontStyle === 'normal')) {
    node.replaceWith(...node.childNodes);
  } else if (node.matches('span, font, p, div, td, th') && !node.closest('h1, h2, h3, h4, h5, h6') && node.querySelector(BLOCKS) === null) {
    if (fontWeight === 'bold' || fontWeight === 'bolder' || Number(fontWeight) >= 600) {
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

/** Links that lead out of the page; within the page they came from, to a file of their writer or to a script, none does. */
function link(node: HTMLElement): void {
  if (node.matches('a') && !node.dataset.reference && !LINKED.test(node.getAttribute('href') ?? '')) {
    node.replaceWith(...node.childNodes);
  }
}

/** Mail makes paragraphs by two breaks, and ends blocks with one. */
function distances(page: Document): void {
  page.body.querySelectorAll('br').forEach((end) => {
    const next = meaningful(end);
    if (next instanceof HTMLElement && next.matches('br')) {
      // The last of several stands for all of them.
      end.remove();
      next.toggleAttribute('data-twice', true);
    } else if (next === null || (next instanceof HTMLElement && next.matches(BLOCKS))) {
      if (end.parentElement?.matches(`body, ${BLOCKS}`)) {
        end.remove();
      }
    } else if (end.hasAttribute('data-twice')) {
      // A rule is no part of a text, and ends the paragraph it stands in.
      end.replaceWith(page.createElement('hr'));
    }
  });
}

/** What comes next beside it, other than nothing but space. */
function meaningful(node: Node): Node | null {
  let at = node.nextSibling;
  while (at && !/[^\s\u00a0]/.test(at.textContent ?? '') && !(at instanceof HTMLElement && (at.matches(`br, img, input, ${BLOCKS}`) || at.querySelector('br, img, input')))) {
    at = at.nextSibling;
  }
  return at;
}

/** Distance made of spaces, and signs that only say where a word may be cut. */
function spaces(page: Document): void {
  const walker = page.createTreeWalker(page.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const text = walker.currentNode as Text;
    const words = text.data.replace(/[\u00ad\u200b\ufeff]/g, '').replace(/[\s\u00a0]*\u00a0[\s\u00a0]+|[\s\u00a0]+\u00a0[\s\u00a0]*/g, ' ');
    if (words !== text.data) {
      text.data = words;
    }
  }
}

/** Word and mail make distance by empty paragraphs; here distance comes by itself. */
function emptyParagraphs(page: Document): void {
  page.body.querySelectorAll('p, div, h1, h2, h3, h4, h5, h6').forEach((paragraph) => {
    const empty = !(paragraph.textContent ?? '').replace(/\u00a0/g, '').trim();
    if (!empty || paragraph.querySelector('img, table, [data-reference]')) {
      return;
    }
    if (paragraph.parentElement?.matches('td, th, li') && paragraph.parentElement.children.length === 1) {
      paragraph.replaceChildren();
    } else {
      paragraph.remove();
    }
  });
}
