/** What becomes of the text when somebody accepts or refuses a proposal. */
import type { Mark, Node } from '@tiptap/pm/model';
import type { Transaction } from '@tiptap/pm/state';
import { AWAY, BREAK, join, split, type Stretch } from './breaks';

/** Words under their mark; something that is no word; a paragraph whose border with the one before it goes. */
export type Piece = Stretch & ({ kind: 'words'; mark: Mark } | { kind: 'thing' | 'border' });
export type Proposal = { id: string; by: string; at: string; added: string; removed: string; pieces: Piece[] };

/** @return the transaction, with the proposal decided about */
export function decided(tr: Transaction, proposal: Proposal, accept: boolean): Transaction {
  const { doc } = tr;
  // From the end, so that what comes before stays where it is; borders last, when it is known what is left between them.
  const pieces = [...proposal.pieces].reverse();
  pieces.forEach((piece) => settle(tr, doc, piece, accept, proposal.id));
  for (const { kind, from } of accept ? pieces : []) {
    if (kind === 'border') {
      join(tr, tr.mapping.map(from));
    }
  }
  return tr;
}

/** Decides about a piece, but for borders that go. @param doc as it was before any piece behind this one was decided about */
function settle(tr: Transaction, doc: Node, piece: Piece, accept: boolean, id: string): void {
  const { from, to } = piece;
  if (piece.kind !== 'words') {
    if (!accept) {
      tr.setNodeAttribute(from, AWAY, null);
    } else if (piece.kind === 'thing') {
      tr.delete(from, to);
    }
  } else if ((piece.mark.type.name === 'insertion') !== accept) {
    tr.delete(from, to);
  } else {
    tr.removeMark(from, to, piece.mark.type);
    for (let at = to - 1; accept && at >= from; at--) {
      if (doc.textBetween(at, at + 1) === BREAK) {
        tr.delete(at, at + 1);
        split(tr, at, isLast(doc, at + 1, id));
      }
    }
  }
}

/** Whether nothing of the line stands behind this but words of the same proposal. */
function isLast(doc: Node, pos: number, id: string): boolean {
  const { parent, parentOffset } = doc.resolve(pos);
  let last = true;
  parent.forEach((node, offset) => {
    last &&= offset + node.nodeSize <= parentOffset || node.marks.some(({ type, attrs }) => type.name === 'insertion' && attrs.id === id);
  });
  return last;
}
