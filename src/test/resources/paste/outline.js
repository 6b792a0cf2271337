editor => {
  const lines = [];
  const words = (node) => [...node.childNodes].map((part) => {
    if (part.nodeType === Node.TEXT_NODE) {
      return part.data.replace(/[\s\u00a0\u2060]+/g, ' ');
    }
    if (part.matches('.ml-caret, .ProseMirror-trailingBreak, .ProseMirror-separator, label')) {
      return '';
    }
    const inner = words(part);
    return part.matches('br') ? '\u23ce' : part.matches('strong') ? `*${inner}*` : part.matches('em') ? `_${inner}_`
      : part.matches('a') ? `[${inner}](${part.getAttribute('href')})` : inner;
  }).join('');
  const name = (block) => {
    const span = block.colSpan > 1 ? `(${block.colSpan})` : '';
    const box = block.dataset.type === 'taskItem' ? (block.dataset.checked === 'true' ? '[x]' : '[ ]') : '';
    const start = block.start > 1 ? ` ${block.start}` : '';
    return (block.dataset.level ? `h${block.dataset.level}` : block.localName) + span + box + start;
  };
  const walk = (block, depth) => {
    if (block.matches('tbody, .tableWrapper, li[data-type] > div')) {
      [...block.children].forEach((part) => walk(part, depth));
      return;
    }
    if (block.matches('colgroup, label')) {
      return;
    }
    const line = '  '.repeat(depth) + name(block);
    if (block.matches('p, h1, h2, h3, h4, h5, h6')) {
      lines.push(`${line} ${words(block).replace(/ *\u23ce */g, '\u23ce').trim()}`.trimEnd());
      return;
    }
    const parts = block.matches('li[data-type]') ? [...block.querySelector('div').children] : [...block.children];
    if (block.matches('li, td, th') && parts[0]?.matches('p')) {
      lines.push(`${line} ${words(parts.shift()).replace(/ *\u23ce */g, '\u23ce').trim()}`.trimEnd());
    } else {
      lines.push(line);
    }
    parts.forEach((part) => walk(part, depth + 1));
  };
  [...editor.children].forEach((block) => walk(block, 0));
  return lines.join('\n');
}
