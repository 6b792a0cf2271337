/**
 * While one types “@” and a name, or “#” and words of a title: the list of what may be meant. The caret stays in the
 * text; arrows, Enter and Escape work the list, a finger or the mouse too. For those who listen it is what a combobox is:
 * the text tells which entry is the current one.
 */
import { Extension, type Editor } from '@tiptap/core';
import { Plugin, PluginKey, type EditorState } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { ySyncPluginKey } from '@tiptap/y-tiptap';
import type { Names, Suggested } from './names';
import { count, MOST, REFERENCE } from './references';
import { filled, type Words } from './words';

/** What is being typed: the sign, the words after it, and where it begins in the document. */
type Token = { sign: string; typed: string; from: number; to: number };

const TOKEN = /(?:^|[\s(«\u00a0\u202f\ufffc])([@#])([\p{L}\p{N}][\p{L}\p{N}'’\- ]{0,49}|)$/u;
const LOOKED_AT = 60;
const PAUSE = 160;
const WIDEST = 360;
/** Of fewer letters nobody is looked for. */
const FEWEST = 2;
let serial = 0;

export class Suggest {
  readonly list = document.createElement('ul');
  private readonly id = `ml-suggest-${++serial}`;
  private token: Token | null = null;
  private asked = '';
  /** Where somebody closed the list: it stays closed for that sign. */
  private dismissed = -1;
  private found: Suggested[] = [];
  private active = 0;
  private timer = 0;
  private view: EditorView | null = null;

  /** @param may whether one may write references now */
  constructor(
    private readonly names: Names,
    private readonly words: Words,
    private readonly may: () => boolean,
    private readonly say: (sentence: string) => void,
  ) {
    this.list.id = this.id;
    this.list.className = 'ml-mentions ml-suggest';
    this.list.setAttribute('role', 'listbox');
    this.list.setAttribute('aria-label', words['reference.list']);
    // It may have to scroll; the caret stays in the text.
    this.list.tabIndex = 0;
    this.list.addEventListener('mousedown', (event) => event.preventDefault());
    this.list.hidden = true;
  }

  /** Begins as if the sign had been typed. */
  begin(editor: Editor, sign: string): void {
    const { $from } = editor.state.selection;
    const before = $from.parent.textBetween(Math.max(0, $from.parentOffset - 1), $from.parentOffset, undefined, '\ufffc');
    this.dismissed = -1;
    const text = `${before === '' || /[\s\ufffc]/u.test(before) ? '' : ' '}${sign}`;
    // Without the marks around it, of which one may be somebody's proposal.
    editor.chain().focus().command(({ tr }) => Boolean(tr.replaceSelectionWith(editor.schema.text(text), false))).run();
    this.look(editor.view, true);
  }

  extension(): Extension {
    const plugin = new Plugin({
      key: new PluginKey('ml-suggest'),
      view: (view) => {
        this.view = view;
        return {
          update: (now, before) => this.look(now, typed(before, now.state)),
          destroy: () => {
            window.clearTimeout(this.timer);
            this.view = null;
          },
        };
      },
      props: {
        handleKeyDown: (_view, event) => this.pressed(event),
        handleDOMEvents: {
          blur: () => {
            this.close();
            return false;
          },
        },
      },
    });
    // Before the keys of lists and tables.
    return Extension.create({ name: 'suggest', priority: 900, addProseMirrorPlugins: () => [plugin] });
  }

  private look(view: EditorView, typedNow: boolean): void {
    const token = this.may() ? tokenAt(view.state) : null;
    if (!token || token.from === this.dismissed || (!typedNow && !this.token)) {
      if (!token) {
        this.dismissed = -1;
      }
      if (this.token) {
        this.close();
      }
      return;
    }
    const question = token.sign + token.typed;
    const same = this.token !== null && question === this.asked;
    this.token = token;
    if (same) {
      return;
    }
    this.asked = question;
    window.clearTimeout(this.timer);
    this.timer = window.setTimeout(() => void this.ask(token), PAUSE);
  }

  private async ask(token: Token): Promise<void> {
    const question = token.sign + token.typed;
    const found = await this.names.suggest(token.sign, token.typed);
    if (!this.token || question !== this.asked) {
      return;
    }
    if (found.length === 0 && token.typed.includes(' ')) {
      // An ordinary sentence that follows the sign.
      this.dismissed = this.token.from;
      this.close();
      return;
    }
    this.found = found;
    this.active = 0;
    this.draw();
    this.say(
      found.length === 0
        ? this.none()
        : filled(this.words[found.length === 1 ? 'reference.one' : 'reference.many'], found.length),
    );
  }

  private pressed(event: KeyboardEvent): boolean {
    if (!this.token || event.isComposing) {
      return false;
    }
    const size = this.found.length;
    if (event.key === 'Escape') {
      this.dismissed = this.token.from;
      this.close();
    } else if (size === 0) {
      return false;
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      this.active = (this.active + (event.key === 'ArrowDown' ? 1 : size - 1)) % size;
      this.draw();
    } else if ((event.key === 'Enter' || event.key === 'Tab') && !event.shiftKey) {
      this.pick(this.found[this.active]);
    } else {
      return false;
    }
    event.preventDefault();
    event.stopPropagation();
    return true;
  }

  private pick(chosen: Suggested): void {
    const { view, token } = this;
    if (!view || !token) {
      return;
    }
    const { state } = view;
    this.close();
    if (count(state.doc) >= MOST) {
      this.say(filled(this.words['reference.tooMany'], MOST));
      return;
    }
    this.names.learn(chosen);
    const [kind, id] = chosen.key.split(':');
    view.dispatch(
      state.tr.replaceWith(token.from, token.to, [state.schema.nodes[REFERENCE].create({ kind, id }), state.schema.text(' ')]).scrollIntoView(),
    );
    view.focus();
  }

  private draw(): void {
    this.list.replaceChildren(
      ...(this.found.length > 0 ? this.found.map((one, at) => this.option(one, at)) : [this.nothing()]),
    );
    this.list.hidden = false;
    this.place();
    this.list.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
    this.tell(this.found.length > 0 ? `${this.id}-${this.active}` : null);
  }

  private option(one: Suggested, at: number): HTMLElement {
    const option = document.createElement('li');
    option.id = `${this.id}-${at}`;
    option.setAttribute('role', 'option');
    option.setAttribute('aria-selected', String(at === this.active));
    const name = document.createElement('strong');
    name.textContent = one.label;
    const detail = document.createElement('small');
    detail.textContent = one.detail;
    option.append(name, detail);
    // Before the text loses the caret.
    option.addEventListener('pointerdown', (event) => event.preventDefault());
    option.addEventListener('mousedown', (event) => event.preventDefault());
    option.addEventListener('click', () => this.pick(one));
    return option;
  }

  private nothing(): HTMLElement {
    const none = document.createElement('li');
    none.className = 'none';
    none.setAttribute('role', 'option');
    none.setAttribute('aria-disabled', 'true');
    none.setAttribute('aria-selected', 'false');
    none.textContent = this.none();
    return none;
  }

  /** That there is nothing; or, before anything is typed, what to do. */
  private none(): string {
    return this.words[this.asked.length < FEWEST + 1 ? 'reference.type' : 'reference.none'];
  }

  /** Under the sign, or over it where there is no room below. */
  private place(): void {
    const { view, token } = this;
    const around = this.list.offsetParent;
    if (!view || !token || !around) {
      return;
    }
    const sign = view.coordsAtPos(token.from);
    const frame = around.getBoundingClientRect();
    const width = Math.min(WIDEST, frame.width);
    this.list.style.width = `${width}px`;
    this.list.style.left = `${Math.max(0, Math.min(sign.left - frame.left, frame.width - width))}px`;
    const shown = window.visualViewport?.height ?? window.innerHeight;
    const below = shown - sign.bottom;
    const over = below < this.list.offsetHeight + 8 && sign.top > below;
    this.list.style.top = over ? `${sign.top - frame.top - this.list.offsetHeight - 4}px` : `${sign.bottom - frame.top + 4}px`;
  }

  /** What the text says of its list. */
  private tell(current: string | null): void {
    const text = this.view?.dom;
    if (!text) {
      return;
    }
    if (this.list.hidden) {
      ['aria-autocomplete', 'aria-controls', 'aria-activedescendant'].forEach((name) => text.removeAttribute(name));
      return;
    }
    text.setAttribute('aria-autocomplete', 'list');
    text.setAttribute('aria-controls', this.id);
    if (current) {
      text.setAttribute('aria-activedescendant', current);
    } else {
      text.removeAttribute('aria-activedescendant');
    }
  }

  private close(): void {
    window.clearTimeout(this.timer);
    this.token = null;
    this.asked = '';
    this.found = [];
    this.list.hidden = true;
    this.list.replaceChildren();
    this.tell(null);
  }
}

/** Whether somebody wrote here, not elsewhere. */
function typed(before: EditorState, now: EditorState): boolean {
  return (
    !before.doc.eq(now.doc) && (ySyncPluginKey.getState(now) as { isChangeOrigin?: boolean } | undefined)?.isChangeOrigin !== true
  );
}

function tokenAt(state: EditorState): Token | null {
  const { empty, $from } = state.selection;
  if (!empty || !$from.parent.isTextblock) {
    return null;
  }
  const start = Math.max(0, $from.parentOffset - LOOKED_AT);
  const match = TOKEN.exec($from.parent.textBetween(start, $from.parentOffset, undefined, '\ufffc'));
  return match
    ? { sign: match[1], typed: match[2], from: $from.pos - match[2].length - 1, to: $from.pos }
    : null;
}
