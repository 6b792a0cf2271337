/**
 * Proposing instead of writing: what one types is marked as a proposal to add, what one takes away as one to remove,
 * paragraphs too, each with who proposes it and when. Whoever may write accepts or refuses them one by one.
 */
import { Extension, type Editor } from '@tiptap/core';
import type { Mark, Node } from '@tiptap/pm/model';
import { Plugin, type Transaction } from '@tiptap/pm/state';
import { ySyncPluginKey } from '@tiptap/y-tiptap';
import { AWAY, awayOf, BREAK, join, sign, split, type Proposer, type Stretch } from './breaks';
import { shownAs } from './names';
import { PICTURE } from './picture';
import { compose, OURS, pasted, pressed, propose, taken, write, type Me } from './proposing';
import { keyOf, REFERENCE, words as called } from './references';
import { filled, type Words } from './words';

/** Words under their mark; something that is no word; a paragraph whose border with the one before it goes. */
type Piece = Stretch & ({ kind: 'words'; mark: Mark } | { kind: 'thing' | 'border' });
export type Proposal = { id: string; name: string; at: string; added: string; removed: string; pieces: Piece[] };

const SOON = 200;

export class Proposals {
  readonly toggle = document.createElement('button');
  readonly show = document.createElement('button');
  readonly panel = document.createElement('section');
  readonly strip = document.createElement('p');
  proposing = false;
  private editor: Editor | null = null;
  private writable = false;
  private timer = 0;
  /** The proposals there are or were in this text, as far as one saw. */
  private readonly seen = new Set<string>();

  constructor(
    private readonly me: Me,
    private readonly words: Words,
    private readonly say: (sentence: string) => void,
    private readonly changed: () => void,
  ) {
    for (const button of [this.toggle, this.show]) {
      button.type = 'button';
      button.className = 'ml-foot-button';
    }
    this.toggle.textContent = words['proposal.mode'];
    this.toggle.addEventListener('click', () => this.mode(!this.proposing));
    this.show.addEventListener('click', () => this.openPanel(this.panel.hidden !== false));
    this.show.setAttribute('aria-expanded', 'false');
    this.panel.className = 'ml-proposals';
    this.panel.hidden = true;
    this.panel.setAttribute('aria-label', words['proposal.list']);
    this.strip.className = 'ml-proposing';
    this.strip.textContent = words['proposal.strip'];
    this.strip.hidden = true;
  }

  attach(editor: Editor): void {
    this.editor = editor;
    editor.on('update', this.later);
    this.draw();
  }

  destroy(): void {
    window.clearTimeout(this.timer);
    this.editor?.off('update', this.later);
  }

  /** Whether one may write, now. */
  may(writable: boolean): void {
    this.writable = writable;
    this.toggle.hidden = !writable;
    if (!writable && this.proposing) {
      this.mode(false);
    }
    this.draw();
  }

  private mode(on: boolean): void {
    this.proposing = on;
    this.toggle.setAttribute('aria-pressed', String(on));
    this.strip.hidden = !on;
    this.changed();
    this.say(on ? this.words['proposal.strip'] : this.words['proposal.ended']);
    this.editor?.commands.focus();
  }

  extension(): Extension {
    const plugin = new Plugin({
      key: OURS,
      // What would change the text without being a proposal is left aside; what others do comes through.
      filterTransaction: (tr) =>
        !this.proposing || !tr.docChanged || tr.getMeta(OURS) === true || tr.getMeta(ySyncPluginKey) !== undefined,
      props: {
        handleTextInput: (view, from, to, text) =>
          this.proposing ? propose(view, this.me, [{ from, to }], text, 1) : write(view, from, to, text),
        handlePaste: (view, _event, slice) => {
          const { from, to } = view.state.selection;
          return this.proposing && propose(view, this.me, [{ from, to }], pasted(slice), 1);
        },
        handleDrop: () => this.proposing,
        transformPasted: (slice, _view, plain) => (this.proposing ? slice : taken(slice, (id) => !plain && this.seen.has(id))),
        handleKeyDown: (view, event) => this.proposing && pressed(view, this.me, event),
        handleClick: (_view, _pos, event) => {
          const id = (event.target as Element | null)?.closest?.<HTMLElement>('.ml-proposal')?.dataset.proposal;
          if (id) {
            this.openPanel(true, id);
          }
          return false;
        },
        handleDOMEvents: {
          compositionstart: (view) => {
            if (!this.proposing) {
              compose(view);
            }
          },
          cut: (view, event) => {
            const { from, to } = view.state.selection;
            if (!this.proposing || from === to) {
              return false;
            }
            event.clipboardData?.setData('text/plain', view.state.doc.textBetween(from, to, '\n', ' ').replaceAll(BREAK, '\n'));
            event.preventDefault();
            return propose(view, this.me, [{ from, to }], '', -1, true);
          },
        },
      },
    });
    return Extension.create({ name: 'proposals', priority: 1000, addProseMirrorPlugins: () => [plugin] });
  }

  // --- seeing and deciding ---------------------------------------------------------------------------------------

  private readonly later = (): void => {
    window.clearTimeout(this.timer);
    this.timer = window.setTimeout(() => this.draw(), SOON);
  };

  private openPanel(open: boolean, id?: string): void {
    this.panel.hidden = !open;
    this.show.setAttribute('aria-expanded', String(open));
    this.draw();
    if (open) {
      const line = [...this.panel.querySelectorAll<HTMLElement>('li')].find((item) => item.dataset.proposal === id);
      this.panel.querySelectorAll('li').forEach((item) => item.classList.toggle('current', item === line));
      line?.scrollIntoView({ block: 'nearest' });
    }
  }

  private draw(): void {
    const { editor } = this;
    if (!editor || editor.isDestroyed) {
      return;
    }
    const all = this.all(editor.state.doc);
    this.show.hidden = all.length === 0;
    this.show.textContent = filled(this.words[all.length === 1 ? 'proposal.one' : 'proposal.many'], all.length);
    if (all.length === 0) {
      this.panel.hidden = true;
      this.show.setAttribute('aria-expanded', 'false');
    }
    if (this.panel.hidden !== false) {
      return;
    }
    const focused = document.activeElement?.getAttribute('data-act');
    const list = document.createElement('ol');
    list.append(...all.map((proposal) => this.line(proposal)));
    this.panel.replaceChildren(list);
    if (focused) {
      this.panel.querySelector<HTMLElement>(`[data-act="${focused}"]`)?.focus();
    }
  }

  private line(proposal: Proposal): HTMLElement {
    const line = document.createElement('li');
    line.dataset.proposal = proposal.id;
    const who = document.createElement('span');
    who.className = 'ml-strong';
    who.textContent = proposal.name;
    const when = document.createElement('time');
    when.dateTime = proposal.at;
    when.className = 'ml-faint ml-small';
    const at = new Date(proposal.at);
    when.textContent = Number.isNaN(at.getTime())
      ? ''
      : new Intl.DateTimeFormat(document.documentElement.lang || 'fr', { dateStyle: 'medium', timeStyle: 'short', timeZone: 'Europe/Paris' }).format(at);
    const what = document.createElement('p');
    if (proposal.removed) {
      what.append(`${this.words['proposal.removes']} `, this.shown('del', proposal.removed), ' ');
    }
    if (proposal.added) {
      what.append(`${this.words['proposal.adds']} `, this.shown('ins', proposal.added));
    }
    line.append(who, ' ', when, what);
    if (this.writable) {
      line.append(this.act('accept', proposal), ' ', this.act('refuse', proposal));
    }
    return line;
  }

  private act(name: 'accept' | 'refuse', proposal: Proposal): HTMLButtonElement {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'ml-foot-button';
    button.dataset.act = `${name} ${proposal.id}`;
    button.textContent = this.words[`proposal.${name}`];
    const what = `${proposal.removed} ${proposal.added}`.replaceAll(BREAK, ` (${this.words['proposal.break']}) `).replaceAll(/ {2,}/g, ' ').trim();
    button.setAttribute('aria-label', filled(this.words.named, button.textContent, what));
    button.addEventListener('click', () => this.decide(proposal.id, name === 'accept'));
    return button;
  }

  private decide(id: string, accept: boolean): void {
    const { editor } = this;
    const proposal = editor && this.all(editor.state.doc).find((other) => other.id === id);
    if (!editor || !proposal) {
      return;
    }
    const tr: Transaction = editor.state.tr.setMeta(OURS, true);
    // From the end, so that what comes before stays where it is; borders last, when it is known what is left between them.
    const pieces = [...proposal.pieces].reverse();
    pieces.forEach((piece) => settle(tr, editor.state.doc, piece, accept, id));
    for (const { kind, from } of accept ? pieces : []) {
      if (kind === 'border') {
        join(tr, tr.mapping.map(from));
      }
    }
    editor.view.dispatch(tr);
    this.say(this.words[accept ? 'proposal.accepted' : 'proposal.refused']);
    this.draw();
    (this.panel.querySelector<HTMLElement>('button') ?? this.toggle).focus();
  }

  private shown(tag: 'ins' | 'del', text: string): HTMLElement {
    const element = document.createElement(tag);
    element.className = 'ml-proposal';
    const short = text.length > 160 ? `${text.slice(0, 160)}…` : text;
    if ([...text].every((letter) => letter === BREAK)) {
      // Nothing but a border: the sign alone says little.
      const drawn = sign('');
      drawn.setAttribute('aria-hidden', 'true');
      element.append(drawn, ` ${this.words['proposal.break']}`);
      return element;
    }
    short.split(BREAK).forEach((part, i) => element.append(...(i > 0 ? [sign(this.words['proposal.break'])] : []), part));
    return element;
  }

  /** In the order of the text. */
  private all(doc: Node): Proposal[] {
    const all = new Map<string, Proposal>();
    const add = ({ id, name, at }: Proposer, what: 'added' | 'removed', text: string, piece: Piece) => {
      this.seen.add(id);
      const proposal = all.get(id) ?? { id, name, at, added: '', removed: '', pieces: [] };
      all.set(id, proposal);
      proposal.pieces.push(piece);
      proposal[what] += text;
    };
    doc.descendants((node, pos) => {
      const stretch = { from: pos, to: pos + node.nodeSize };
      const away = awayOf(node);
      if (away) {
        add(away, 'removed', this.named(node), { ...stretch, kind: node.isTextblock ? 'border' : 'thing' });
      }
      for (const mark of node.marks) {
        const kind = mark.type.name;
        if (node.isText && mark.attrs.id && (kind === 'insertion' || kind === 'deletion')) {
          add(mark.attrs as Proposer, kind === 'insertion' ? 'added' : 'removed', node.text ?? '', { ...stretch, kind: 'words', mark });
        }
      }
    });
    return [...all.values()];
  }

  private named(node: Node): string {
    switch (node.type.name) {
      case REFERENCE:
        return called(keyOf(node), shownAs(keyOf(node)));
      case PICTURE:
        return (node.attrs.alt as string) || this.words['proposal.picture'];
      default:
        return BREAK;
    }
  }
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
