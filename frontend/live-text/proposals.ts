/**
 * Proposing instead of writing: what one types is marked as a proposal to add, what one takes away as one to remove,
 * each with who proposes it and when. Whoever may write accepts or refuses them one by one. A proposal is about words
 * within paragraphs; paragraphs themselves are written, not proposed.
 */
import { Extension, type Editor } from '@tiptap/core';
import type { Mark, Node } from '@tiptap/pm/model';
import { Plugin, PluginKey, TextSelection, type EditorState, type Transaction } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { ySyncPluginKey } from '@tiptap/y-tiptap';
import { filled, type Words } from './words';

export type Me = { id: string; name: string };

type Piece = { from: number; to: number; text: string; mark: Mark };
export type Proposal = { id: string; name: string; at: string; added: string; removed: string; pieces: Piece[] };

const OURS = new PluginKey('ml-proposals');
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
        handleTextInput: (view, from, to, text) => this.proposing && this.replace(view, from, to, text, 1),
        handlePaste: (view, _event, slice) => {
          const { from, to } = view.state.selection;
          return this.proposing && this.replace(view, from, to, slice.content.textBetween(0, slice.content.size, ' ', ' '), 1);
        },
        handleDrop: () => this.proposing,
        handleKeyDown: (view, event) => this.proposing && this.key(view, event),
        handleClick: (_view, _pos, event) => {
          const id = (event.target as Element | null)?.closest?.<HTMLElement>('.ml-proposal')?.dataset.proposal;
          if (id) {
            this.openPanel(true, id);
          }
          return false;
        },
        handleDOMEvents: {
          cut: (view, event) => {
            const { from, to } = view.state.selection;
            if (!this.proposing || from === to) {
              return false;
            }
            event.clipboardData?.setData('text/plain', view.state.doc.textBetween(from, to, '\n', ' '));
            event.preventDefault();
            return this.replace(view, from, to, '', -1);
          },
        },
      },
    });
    return Extension.create({ name: 'proposals', priority: 1000, addProseMirrorPlugins: () => [plugin] });
  }

  private key(view: EditorView, event: KeyboardEvent): boolean {
    const { selection } = view.state;
    if (event.key === 'Enter') {
      this.say(this.words['proposal.words']);
      return true;
    }
    if (event.key !== 'Backspace' && event.key !== 'Delete') {
      return false;
    }
    if (!selection.empty) {
      return this.replace(view, selection.from, selection.to, '', -1);
    }
    const back = event.key === 'Backspace';
    const { $from } = selection;
    const text = $from.parent.textBetween(0, $from.parent.content.size, '', '\ufffc');
    const at = $from.parentOffset;
    const part = back ? text.slice(0, at) : text.slice(at);
    const whole = event.ctrlKey || event.metaKey || event.altKey;
    const met = whole ? (back ? /\S*\s*$/u : /^\s*\S*/u).exec(part)?.[0] : back ? [...part].pop() : [...part][0];
    const length = met?.length ?? 0;
    if (length > 0) {
      return this.replace(view, back ? $from.pos - length : $from.pos, back ? $from.pos : $from.pos + length, '', back ? -1 : 1);
    }
    return true;
  }

  /** Proposes a text instead of another. @param side where the caret goes: before what is removed, or after it */
  private replace(view: EditorView, from: number, to: number, text: string, side: 1 | -1): boolean {
    const { state } = view;
    const { insertion, deletion } = state.schema.marks;
    const tr = state.tr.setMeta(OURS, true);
    const attrs = this.attributes(state, from, to);
    const pieces: { from: number; to: number; own: boolean; gone: boolean }[] = [];
    state.doc.nodesBetween(from, to, (node, pos) => {
      if (node.isText) {
        const added = insertion.isInSet(node.marks);
        pieces.push({
          from: Math.max(from, pos),
          to: Math.min(to, pos + node.nodeSize),
          own: added?.attrs.by === this.me.id,
          gone: deletion.isInSet(node.marks) !== undefined,
        });
      }
    });
    for (const piece of pieces.reverse()) {
      if (piece.own) {
        tr.delete(piece.from, piece.to);
      } else if (!piece.gone) {
        tr.addMark(piece.from, piece.to, deletion.create(attrs));
      }
    }
    const end = tr.mapping.map(to);
    if (text) {
      const around = (state.storedMarks ?? state.selection.$from.marks()).filter(
        ({ type }) => type !== deletion && type !== insertion && type.name !== 'comment',
      );
      tr.insert(end, state.schema.text(text, insertion.create(attrs).addToSet(around)));
      tr.setSelection(TextSelection.create(tr.doc, end + text.length));
    } else {
      tr.setSelection(TextSelection.create(tr.doc, side < 0 ? tr.mapping.map(from, -1) : end));
    }
    view.dispatch(tr.scrollIntoView());
    return true;
  }

  /** Those of my proposal beside it, if there is one: what is typed in one go is one proposal. */
  private attributes(state: EditorState, from: number, to: number): Record<string, string> {
    const beside = [state.doc.resolve(from).nodeBefore, state.doc.resolve(to).nodeAfter, state.doc.resolve(to).nodeBefore]
      .flatMap((node) => node?.marks ?? [])
      .find(({ type, attrs }) => (type.name === 'insertion' || type.name === 'deletion') && attrs.by === this.me.id);
    if (beside) {
      return beside.attrs as Record<string, string>;
    }
    return { id: identifier(), by: this.me.id, name: this.me.name, at: new Date().toISOString() };
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
    const all = proposals(editor.state.doc);
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
      what.append(`${this.words['proposal.removes']} `, shown('del', proposal.removed), ' ');
    }
    if (proposal.added) {
      what.append(`${this.words['proposal.adds']} `, shown('ins', proposal.added));
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
    button.setAttribute('aria-label', `${button.textContent} : ${proposal.removed} ${proposal.added}`.trim());
    button.addEventListener('click', () => this.decide(proposal.id, name === 'accept'));
    return button;
  }

  private decide(id: string, accept: boolean): void {
    const { editor } = this;
    const proposal = editor && proposals(editor.state.doc).find((other) => other.id === id);
    if (!editor || !proposal) {
      return;
    }
    const tr: Transaction = editor.state.tr.setMeta(OURS, true);
    for (const piece of [...proposal.pieces].reverse()) {
      if ((piece.mark.type.name === 'insertion') === accept) {
        tr.removeMark(piece.from, piece.to, piece.mark.type);
      } else {
        tr.delete(piece.from, piece.to);
      }
    }
    editor.view.dispatch(tr);
    this.say(this.words[accept ? 'proposal.accepted' : 'proposal.refused']);
    this.draw();
    (this.panel.querySelector<HTMLElement>('button') ?? this.toggle).focus();
  }
}

/** Not crypto.randomUUID, which pages without TLS do not have. */
function identifier(): string {
  return [...crypto.getRandomValues(new Uint8Array(12))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

function shown(tag: 'ins' | 'del', text: string): HTMLElement {
  const element = document.createElement(tag);
  element.className = 'ml-proposal';
  element.textContent = text.length > 160 ? `${text.slice(0, 160)}…` : text;
  return element;
}

/** In the order of the text. */
function proposals(doc: Node): Proposal[] {
  const all = new Map<string, Proposal>();
  doc.descendants((node, pos) => {
    for (const mark of node.marks) {
      const kind = mark.type.name;
      const { id, name, at } = mark.attrs as Record<string, string>;
      if (node.isText && id && (kind === 'insertion' || kind === 'deletion')) {
        const proposal = all.get(id) ?? { id, name, at, added: '', removed: '', pieces: [] };
        all.set(id, proposal);
        proposal.pieces.push({ from: pos, to: pos + node.nodeSize, text: node.text ?? '', mark });
        proposal[kind === 'insertion' ? 'added' : 'removed'] += node.text ?? '';
      }
    }
  });
  return [...all.values()];
}
