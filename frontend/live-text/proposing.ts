/** What typing, removing and pasting become while one proposes. */
import { Fragment, Slice, type Mark, type Node } from '@tiptap/pm/model';
import { NodeSelection, PluginKey, Selection, type EditorState } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { AWAY, awayOf, BREAK, emptied, lineAfter, lineBefore, type Proposer, type Stretch } from './breaks';

/** In whose name one proposes. */
export type Me = { id: string };

/** On each change that is a proposal, or decides one. */
export const OURS = new PluginKey('ml-proposals');

/**
 * Proposes a text instead of what stands in these stretches.
 *
 * @param stretches in the order of the text
 * @param side where the caret goes: before what is removed, or after it
 * @param whole whether paragraphs of which every word goes are to go themselves
 */
export function propose(view: EditorView, me: Me, stretches: readonly Stretch[], text: string, side: 1 | -1, whole = false): boolean {
  const { state } = view;
  const { insertion, deletion } = state.schema.marks;
  const tr = state.tr.setMeta(OURS, true);
  const { from } = stretches[0];
  const { to } = stretches[stretches.length - 1];
  const attrs = proposer(state, me, from, to);
  const own: Stretch[] = [];
  for (const stretch of stretches) {
    state.doc.nodesBetween(stretch.from, stretch.to, (node, pos) => {
      const part = { from: Math.max(stretch.from, pos), to: Math.min(stretch.to, pos + node.nodeSize) };
      if (!node.isText) {
        if (node.attrs[AWAY] === null && goes(state.doc, node, pos, stretch, whole)) {
          tr.setNodeAttribute(pos, AWAY, JSON.stringify(attrs));
        }
      } else if (insertion.isInSet(node.marks)?.attrs.by === me.id) {
        own.push(part);
      } else if (!deletion.isInSet(node.marks)) {
        tr.addMark(part.from, part.to, deletion.create(attrs));
      }
    });
  }
  own.reverse().forEach((part) => tr.delete(part.from, part.to));
  const end = tr.mapping.map(to);
  if (text && tr.doc.resolve(end).parent.inlineContent) {
    const around = (state.storedMarks ?? state.selection.$from.marks()).filter(
      (mark) => !proposes(mark) && mark.type.name !== 'comment',
    );
    tr.insert(end, state.schema.text(text, insertion.create(attrs).addToSet(around)));
    tr.setSelection(Selection.near(tr.doc.resolve(end + text.length), -1));
  } else {
    tr.setSelection(Selection.near(tr.doc.resolve(side < 0 ? tr.mapping.map(from, -1) : end), side));
  }
  view.dispatch(tr.scrollIntoView());
  return true;
}

/**
 * Writes without proposing among words that are only proposed, or proposed to go: what is new is not part of that.
 *
 * @return whether there are such words there
 */
export function write(view: EditorView, from: number, to: number, text: string): boolean {
  const { doc, schema, storedMarks, tr } = view.state;
  const $from = doc.resolve(from);
  const marks = storedMarks ?? (from === to ? $from.marks() : ($from.marksAcross(doc.resolve(to)) ?? []));
  const kept = marks.filter((mark) => !proposes(mark));
  if (kept.length === marks.length) {
    return false;
  }
  view.dispatch(tr.replaceWith(from, to, schema.text(text, kept)).scrollIntoView());
  return true;
}

/** The same for what is composed of several keys: the browser does that on its own, where the caret says. */
export function compose(view: EditorView): void {
  const { selection, storedMarks, tr } = view.state;
  const marks = storedMarks ?? selection.$from.marks();
  if (selection.empty && marks.some(proposes)) {
    view.dispatch(tr.setStoredMarks(marks.filter((mark) => !proposes(mark))));
  }
}

/** The same for what is pasted or dropped. @param known whether it is a proposal of this text, which moves as what it is */
export function taken(slice: Slice, known: (id: string) => boolean): Slice {
  const real = (fragment: Fragment): Fragment => {
    const nodes: Node[] = [];
    fragment.forEach((node) => {
      const marks = node.marks.filter((mark) => !proposes(mark) || known(String(mark.attrs.id)));
      // The sign of a paragraph means nothing outside a proposal.
      const text = marks.some(proposes) ? node.text : node.text?.replaceAll(BREAK, ' ');
      nodes.push(text ? node.type.schema.text(text, marks) : node.copy(real(node.content)));
    });
    return Fragment.fromArray(nodes);
  };
  return new Slice(real(slice.content), slice.openStart, slice.openEnd);
}

function proposes({ type: { name } }: Mark): boolean {
  return name === 'insertion' || name === 'deletion';
}

/** Whether something that is no word is proposed to go with a stretch: a sign as such, a paragraph’s border with the one before. */
function goes(doc: Node, node: Node, pos: number, { from, to }: Stretch, whole: boolean): boolean {
  if (!node.isTextblock) {
    return from <= pos && pos + node.nodeSize <= to;
  }
  const start = pos + 1;
  const before = lineBefore(doc, pos);
  if (before !== null && from <= before) {
    return start <= to;
  }
  const $to = doc.resolve(to);
  const all = from <= start && start + node.content.size <= to && (!$to.parent.isTextblock || $to.parentOffset === $to.parent.content.size);
  return whole && all && (before !== null || emptied(doc, pos) !== null);
}

/** Of my proposal beside it, if there is one: what is done in one go is one proposal. */
function proposer(state: EditorState, me: Me, from: number, to: number): Proposer {
  const { doc } = state;
  const $from = doc.resolve(from);
  const $to = doc.resolve(to);
  const next = $to.parent.isTextblock && $to.parentOffset === $to.parent.content.size ? lineAfter(doc, $to.after()) : null;
  const mine = [
    $from.nodeBefore,
    $to.nodeAfter,
    $to.nodeBefore,
    $from.parentOffset === 0 ? $from.parent : null,
    next === null ? null : doc.resolve(next).parent,
  ]
    .flatMap((node) => (node ? [awayOf(node), ...node.marks.filter(proposes).map(({ attrs }) => attrs as Proposer)] : []))
    .find((beside) => beside?.by === me.id);
  return mine ?? { id: identifier(), by: me.id, at: new Date().toISOString() };
}

/** @return whether the key is dealt with */
export function pressed(view: EditorView, me: Me, event: KeyboardEvent): boolean {
  const { selection } = view.state;
  const stretches = selection.ranges.map(({ $from, $to }) => ({ from: $from.pos, to: $to.pos })).sort((one, other) => one.from - other.from);
  if (event.key === 'Enter') {
    // With a reference selected, Enter leads there.
    return !(selection instanceof NodeSelection) && (stretches.length > 1 || propose(view, me, stretches, BREAK, 1));
  }
  if (event.key !== 'Backspace' && event.key !== 'Delete') {
    return false;
  }
  return selection.empty ? step(view, me, event) : propose(view, me, stretches, '', -1, true);
}

/** Removes the sign, the word or the border beside the caret. */
function step(view: EditorView, me: Me, event: KeyboardEvent): boolean {
  const { $from } = view.state.selection;
  const back = event.key === 'Backspace';
  const text = $from.parent.textBetween(0, $from.parent.content.size, '', '\ufffc');
  const part = back ? text.slice(0, $from.parentOffset) : text.slice($from.parentOffset);
  const word = event.ctrlKey || event.metaKey || event.altKey;
  const met = word ? (back ? /\S*\s*$/u : /^\s*\S*/u).exec(part)?.[0] : back ? [...part].pop() : [...part][0];
  const length = met?.length ?? 0;
  const other = length > 0 ? $from.pos + (back ? -length : length) : border(view.state, back);
  if (other !== null) {
    return propose(view, me, [{ from: Math.min(other, $from.pos), to: Math.max(other, $from.pos) }], '', back ? -1 : 1);
  }
  return text === '' && $from.parent.isTextblock ? propose(view, me, [{ from: $from.pos, to: $from.pos }], '', -1, true) : true;
}

function border({ doc, selection: { $from } }: EditorState, back: boolean): number | null {
  if (!$from.parent.isTextblock) {
    return null;
  }
  return back ? lineBefore(doc, $from.before()) : lineAfter(doc, $from.after());
}

/** The words of what is pasted, a sign between its lines. */
export function pasted(slice: Slice): string {
  return slice.content
    .textBetween(0, slice.content.size, BREAK, (leaf) => (leaf.type.name === 'hardBreak' ? BREAK : ' '))
    .replace(/\s*\u2029\s*/gu, BREAK)
    .replace(/^\u2029|\u2029$/gu, '');
}

/** Not crypto.randomUUID, which pages without TLS do not have. */
function identifier(): string {
  return [...crypto.getRandomValues(new Uint8Array(12))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
