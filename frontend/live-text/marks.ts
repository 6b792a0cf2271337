/**
 * Marks that are about the words rather than part of them: what is said about them, and what somebody proposes. None
 * goes on when one types at its edge.
 */
import { Mark, mergeAttributes, type Extensions } from '@tiptap/core';

function kept(name: string, attribute: string) {
  return {
    default: null as string | null,
    parseHTML: (element: HTMLElement) => element.getAttribute(attribute),
    renderHTML: (attributes: Record<string, unknown>) => (attributes[name] ? { [attribute]: String(attributes[name]) } : {}),
  };
}

/** Put there by the server alone: which threads are about these words. */
const CommentMark = Mark.create({
  name: 'comment',
  inclusive: false,
  addAttributes: () => ({ ids: kept('ids', 'data-comment') }),
  parseHTML: () => [{ tag: 'span[data-comment]' }],
  renderHTML: ({ HTMLAttributes }) => ['span', HTMLAttributes, 0],
});

function proposal(name: 'insertion' | 'deletion', tag: 'ins' | 'del') {
  return Mark.create({
    name,
    inclusive: false,
    keepOnSplit: false,
    // Marks of proposals stand around all others, so that a proposal is one element where it can be.
    priority: 2000,
    addAttributes: () => ({
      id: kept('id', 'data-proposal'),
      by: kept('by', 'data-by'),
      // Of texts written before names were asked for: whoever may not know it gets no name from a text.
      name: { default: null, rendered: false },
      at: kept('at', 'data-at'),
    }),
    parseHTML: () => [{ tag: `${tag}[data-proposal]` }],
    renderHTML: ({ HTMLAttributes }) => [tag, mergeAttributes(HTMLAttributes, { class: 'ml-proposal' }), 0],
  });
}

export const ABOUT_WORDS: Extensions = [CommentMark, proposal('insertion', 'ins'), proposal('deletion', 'del')];
