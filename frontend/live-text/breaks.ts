/**
 * Borders of paragraphs in proposals, and whatever else is no word. Where a paragraph is proposed to begin stands one sign
 * among the proposed words: nothing of the text moves before it is accepted, so that whoever writes around it keeps their
 * place. What is proposed to go says so itself: a paragraph that its border with the one before goes, a reference or a
 * picture that it goes as a whole.
 */
import { Extension } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { Plugin, PluginKey, type EditorState, type Transaction } from '@tiptap/pm/state';
import { canSplit } from '@tiptap/pm/transform';
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view';
import { PICTURE } from './picture';
import { REFERENCE } from './references';
import { filled, type Words } from './words';

/** The sign of a proposed beginning of a paragraph, under the mark of what is proposed to add; elsewhere it means nothing. */
export const BREAK = '\u2029';
/** The attribute of what is proposed to go. */
export const AWAY = 'away';

const ITEMS = ['listItem', 'taskItem'];
const DRAWN = new PluginKey<DecorationSet>('ml-breaks');

/** Who proposes what, and when; the identifier is that of the whole proposal. */
export type Proposer = { id: string; by: string; at: string };
/** What somebody is called for whoever looks; calls back once it is known better. */
export type Called = (person: string, told: () => void) => string;
export type Stretch = { from: number; to: number };

/** Who proposes that this goes; null when nobody does. */
export function awayOf(node: Node): Proposer | null {
  const said: unknown = node.attrs[AWAY];
  if (typeof said !== 'string') {
    return null;
  }
  try {
    const { id, by, at } = JSON.parse(said) as Record<string, unknown>;
    return id ? { id: String(id), by: String(by), at: String(at) } : null;
  } catch {
    return null; // somebody wrote an attribute of their own
  }
}

/** Holds and shows them, for those who only read too. */
export function breaks(words: Words, called: Called): Extension {
  let shown: EditorView | null = null;
  const again = () => {
    if (shown && !shown.isDestroyed) {
      shown.dispatch(shown.state.tr.setMeta(DRAWN, true));
    }
  };
  const nameOf = (person: string) => called(person, again);
  return Extension.create({
    name: 'breaks',
    addGlobalAttributes: () => [
      {
        types: ['paragraph', 'heading', 'hardBreak', REFERENCE, PICTURE],
        // A text, not an object: the editor's binding would write an object anew with every change beside it.
        attributes: { [AWAY]: { default: null, rendered: false, keepOnSplit: false, parseHTML: () => null } },
      },
    ],
    addProseMirrorPlugins: () => [
      new Plugin<DecorationSet>({
        key: DRAWN,
        state: {
          init: (_config, { doc }) => drawn(doc, words, nameOf),
          apply: (tr, before) => (tr.docChanged || tr.getMeta(DRAWN) ? drawn(tr.doc, words, nameOf) : before),
        },
        view: (view) => {
          shown = view;
          return {};
        },
        props: { decorations: (state: EditorState) => DRAWN.getState(state) },
      }),
    ],
  });
}

function drawn(doc: Node, words: Words, nameOf: (person: string) => string): DecorationSet {
  const found: Decoration[] = [];
  doc.descendants((node, pos) => {
    const away = awayOf(node);
    if (away && (node.isTextblock || node.type.name === 'hardBreak')) {
      const label = filled(words[node.isTextblock ? 'proposal.joins' : 'proposal.leaves'], nameOf(away.by));
      found.push(Decoration.widget(node.isTextblock ? pos + 1 : pos, () => sign(label, away.id), { side: -1, key: `away ${away.id} ${label}` }));
    } else if (away) {
      const title = filled(words['proposal.leaves'], nameOf(away.by));
      found.push(Decoration.node(pos, pos + node.nodeSize, { class: 'ml-proposal ml-away', 'data-proposal': away.id, title }));
    }
    const added = node.text?.includes(BREAK) ? node.marks.find(({ type }) => type.name === 'insertion') : undefined;
    for (let at = node.text?.indexOf(BREAK) ?? -1; added && at >= 0; at = node.text!.indexOf(BREAK, at + 1)) {
      const label = filled(words['proposal.begins'], nameOf(String(added.attrs.by)));
      found.push(
        Decoration.inline(pos + at, pos + at + 1, { class: 'ml-break', role: 'img', 'aria-label': label }),
        Decoration.widget(pos + at + 1, () => document.createElement('br'), { side: -1, raw: true, key: 'break' }),
      );
    }
  });
  return DecorationSet.create(doc, found);
}

/** A border of paragraphs, as one sees it; the styles draw it. */
export function sign(label: string, proposal?: string): HTMLElement {
  const element = document.createElement('span');
  element.className = proposal ? 'ml-proposal ml-pilcrow' : 'ml-pilcrow';
  element.setAttribute('role', 'img');
  element.setAttribute('aria-label', label);
  if (proposal) {
    element.dataset.proposal = proposal;
  }
  return element;
}

/** Where the line before a block ends, if there is nothing but borders of blocks between them. */
export function lineBefore(doc: Node, pos: number): number | null {
  const $pos = doc.resolve(pos);
  let { depth } = $pos;
  while (depth > 0 && $pos.index(depth) === 0) {
    if ($pos.node(depth).type.spec.isolating) {
      return null;
    }
    depth--;
  }
  const index = $pos.index(depth);
  let before = index > 0 ? $pos.node(depth).child(index - 1) : null;
  let at = $pos.posAtIndex(index, depth);
  while (before && !before.isTextblock) {
    before = before.type.spec.isolating ? null : before.lastChild;
    at--;
  }
  return before ? at - 1 : null;
}

/** Where the line behind a block begins, if there is nothing but borders of blocks between them. @param pos behind the block */
export function lineAfter(doc: Node, pos: number): number | null {
  const $pos = doc.resolve(pos);
  let { depth } = $pos;
  while (depth > 0 && $pos.indexAfter(depth) === $pos.node(depth).childCount) {
    if ($pos.node(depth).type.spec.isolating) {
      return null;
    }
    depth--;
  }
  let after: Node | null = $pos.node(depth).maybeChild($pos.indexAfter(depth));
  let at = depth === $pos.depth ? pos : $pos.after(depth + 1);
  while (after && !after.isTextblock) {
    after = after.type.spec.isolating ? null : after.firstChild;
    at++;
  }
  return after ? at + 1 : null;
}

/** What goes with an empty block: itself, and what would hold nothing then; null where one has to stay. */
export function emptied(doc: Node, pos: number): Stretch | null {
  const $pos = doc.resolve(pos);
  let stretch = { from: pos, to: pos + (doc.nodeAt(pos)?.nodeSize ?? 0) };
  for (let { depth } = $pos; ; depth--) {
    const parent = $pos.node(depth);
    const index = $pos.index(depth);
    if (parent.childCount > 1) {
      return parent.canReplace(index, index + 1) ? stretch : null;
    }
    if (depth === 0 || parent.type.spec.isolating) {
      return null;
    }
    stretch = { from: $pos.before(depth), to: $pos.after(depth) };
  }
}

/** Takes the border before a block away: it is joined to the line before it, or goes if it is empty. */
export function join(tr: Transaction, pos: number): void {
  const block = tr.doc.nodeAt(pos);
  if (!block?.isTextblock) {
    return;
  }
  if (block.attrs[AWAY] !== null) {
    tr.setNodeAttribute(pos, AWAY, null);
  }
  const before = lineBefore(tr.doc, pos);
  const start = before === null ? null : tr.doc.resolve(before);
  // Of two of which one is empty the other stays what it is, a heading or an item.
  const empty = block.content.size === 0 ? pos : start?.parent.content.size === 0 ? start.before() : null;
  const gone = empty === null ? null : emptied(tr.doc, empty);
  if (gone) {
    tr.delete(gone.from, gone.to);
  } else if (before !== null) {
    tr.delete(before, pos + 1);
  }
}

/** Begins a new paragraph, in a list a new item. @param last whether nothing stood behind it: no heading goes on there */
export function split(tr: Transaction, pos: number, last: boolean): void {
  const $pos = tr.doc.resolve(pos);
  const { parent } = $pos;
  const item = $pos.depth > 1 ? $pos.node(-1) : null;
  const next = last && parent.type.name === 'heading' ? { type: parent.type.schema.nodes.paragraph } : { type: parent.type, attrs: { ...parent.attrs, [AWAY]: null } };
  const items = item && ITEMS.includes(item.type.name) ? [{ type: item.type, attrs: 'checked' in item.attrs ? { ...item.attrs, checked: false } : item.attrs }, next] : [next];
  const types = [items, [next]].find((ways) => canSplit(tr.doc, pos, ways.length, ways));
  if (types) {
    tr.split(pos, types.length, types);
  }
}
