/**
 * Proposing instead of writing: what one types is marked as a proposal to add, what one takes away as one to remove,
 * paragraphs too, each with who proposes it and when. Whoever may write accepts or refuses them one by one.
 */
import { Extension, type Editor } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { Plugin } from '@tiptap/pm/state';
import { ySyncPluginKey, yUndoPluginKey } from '@tiptap/y-tiptap';
import type { UndoManager } from 'yjs';
import { awayOf, BREAK, sign, type Called, type Proposer } from './breaks';
import { decided, type Piece, type Proposal } from './deciding';
import { shownAs } from './names';
import { PICTURE } from './picture';
import { compose, OURS, pasted, pressed, propose, taken, write, type Me } from './proposing';
import { keyOf, REFERENCE, words as called } from './references';
import { filled, type Words } from './words';

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
  /** What one could undo before one began to propose. */
  private older: UndoManager['undoStack'] = [];

  constructor(
    private readonly me: Me,
    private readonly words: Words,
    private readonly say: (sentence: string) => void,
    private readonly changed: () => void,
    private readonly called: Called,
  ) {
    for (const button of [this.toggle, this.show]) {
      button.type = 'button';
      button.className = 'ml-foot-button';
      once(button);
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
    this.setAside(on);
    this.toggle.setAttribute('aria-pressed', String(on));
    this.strip.hidden = !on;
    this.changed();
    this.say(on ? this.words['proposal.strip'] : this.words['proposal.ended']);
    this.editor?.commands.focus();
  }

  /** What one wrote before is not undone while one proposes: that would be no proposal. */
  private setAside(on: boolean): void {
    const undoing = this.undoing();
    undoing?.stopCapturing();
    if (on) {
      undoing?.clear(false, true);
      this.older = undoing?.undoStack.splice(0) ?? [];
    } else {
      undoing?.undoStack.unshift(...this.older.splice(0));
    }
  }

  private undoing(): UndoManager | undefined {
    return this.editor ? (yUndoPluginKey.getState(this.editor.state) as { undoManager: UndoManager } | undefined)?.undoManager : undefined;
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
        handleKeyDown: (view, event) => this.proposing && (this.undone(event) || pressed(view, this.me, event)),
        handleClick: (_view, _pos, event) => {
          const id = (event.target as Element | null)?.closest?.<HTMLElement>('.ml-proposal')?.dataset.proposal;
          if (id) {
            this.openPanel(true, id);
          }
          return false;
        },
        handleDOMEvents: {
          keydown: (view, event) => this.proposing && event.key === 'Tab' && this.tab(event, event.target === view.dom),
          click: (_view, event) => {
            if (this.proposing && (event.target as Element).matches('li > label > input')) {
              event.preventDefault();
              this.say(this.words['proposal.tick']);
            }
          },
          compositionstart: (view) => {
            if (!this.proposing) {
              compose(view);
            }
          },
          beforeinput: (_view, event) => {
            // Of the browser's own menu: it knows nothing of what others wrote.
            if (this.proposing && event.inputType.startsWith('history')) {
              event.preventDefault();
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

  /** Goes to the next cell where there is one, and else on through the page: nothing is moved in or out of a list. */
  private tab(event: KeyboardEvent, inText: boolean): boolean {
    const { commands } = this.editor!;
    if (inText && (event.shiftKey ? commands.goToPreviousCell() : commands.goToNextCell())) {
      event.preventDefault();
    }
    return true;
  }

  /** @return whether one wants to undo, and there is nothing */
  private undone(event: KeyboardEvent): boolean {
    const nothing = (event.ctrlKey || event.metaKey) && !event.shiftKey && event.key.toLowerCase() === 'z' && this.undoing()?.undoStack.length === 0;
    if (nothing) {
      this.say(this.words['proposal.nothing']);
    }
    return nothing;
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
      const line = this.lines().find((item) => item.dataset.proposal === id);
      this.lines().forEach((item) => item.classList.toggle('current', item === line));
      line?.scrollIntoView({ block: 'nearest' });
    }
  }

  /** @param gone which proposal one just decided about */
  private draw(gone?: string): void {
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
    const list = document.createElement('ol');
    list.append(...(this.panel.hidden === false ? all : []).map((proposal) => this.line(proposal)));
    if (this.panel.firstChild?.isEqualNode(list)) {
      return;
    }
    const focused = document.activeElement as HTMLElement | null;
    const before = this.lines();
    const at = before.findIndex((line) => (gone ? line.dataset.proposal === gone : line.contains(focused)));
    this.panel.replaceChildren(list);
    if (at >= 0) {
      // Where it was, or on the line that took its place: never on what would decide about another one.
      const lines = this.lines();
      const line = lines.find(({ dataset }) => dataset.proposal === before[at].dataset.proposal);
      const act = [...(line?.querySelectorAll('button') ?? [])].find(({ dataset }) => dataset.act === focused?.dataset.act);
      (act ?? line ?? lines[at] ?? lines.at(-1) ?? this.toggle).focus();
    }
  }

  private lines(): HTMLElement[] {
    return [...this.panel.querySelectorAll<HTMLElement>('li')];
  }

  private line(proposal: Proposal): HTMLElement {
    const line = document.createElement('li');
    line.dataset.proposal = proposal.id;
    line.tabIndex = -1;
    const who = document.createElement('span');
    who.className = 'ml-strong';
    who.textContent = this.called(proposal.by, this.later);
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
    once(button);
    button.addEventListener('click', () => this.decide(proposal.id, name === 'accept'));
    return button;
  }

  private decide(id: string, accept: boolean): void {
    const { editor } = this;
    const proposal = editor && this.all(editor.state.doc).find((other) => other.id === id);
    if (!editor || !proposal) {
      return;
    }
    editor.view.dispatch(decided(editor.state.tr.setMeta(OURS, true), proposal, accept));
    this.say(this.words[accept ? 'proposal.accepted' : 'proposal.refused']);
    this.draw(id);
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
    const add = ({ id, by, at }: Proposer, what: 'added' | 'removed', text: string, piece: Piece) => {
      this.seen.add(id);
      const proposal = all.get(id) ?? { id, by, at, added: '', removed: '', pieces: [] };
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

/** A key that is held acts once: focus moves on with what it did. */
function once(button: HTMLButtonElement): void {
  button.addEventListener('keydown', (event) => {
    if (event.repeat && (event.key === 'Enter' || event.key === ' ')) {
      event.preventDefault();
    }
  });
}
