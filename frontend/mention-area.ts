/**
 * A text area in which “@” and a few letters offer people to name. The server says who may be named; this element
 * shows the list, moves in it by keyboard, keeps what is being written in the tab until it has been sent, and sends
 * on Ctrl+Enter.
 */
type Suggestion = { id: string; label: string; detail: string };
type Draft = { text: string; people: Record<string, string> };
type TextArea = HTMLElement & { value: string; inputElement?: HTMLTextAreaElement; focus(): void };

/** An @ at the start or after a blank, then letters, at the caret. */
const TOKEN = /(?:^|[\s(«])@([\p{L}\p{M}][\p{L}\p{M}'’\- ]{0,39}|)$/u;
const PAUSE = 180;
let serial = 0;

class MentionArea extends HTMLElement {
  $server?: {
    suggest(query: string): void;
    picked(id: string, label: string): void;
    send(text: string): void;
    typed(text: string): void;
  };

  private readonly listId = `mentions-${++serial}`;
  private readonly list = document.createElement('ul');
  private readonly status = document.createElement('span');
  private suggestions: Suggestion[] = [];
  private active = 0;
  private query: string | null = null;
  private pending = 0;
  private people: Record<string, string> = {};
  private key = '';
  private ready = false;
  /** What the person typed last, whatever the server has put into the field since. */
  private latest = '';

  connectedCallback(): void {
    if (!this.ready) {
      this.ready = true;
      this.list.id = this.listId;
      this.list.className = 'ml-mentions';
      this.list.setAttribute('role', 'listbox');
      this.list.hidden = true;
      this.status.className = 'ml-visually-hidden';
      this.status.setAttribute('role', 'status');
      this.addEventListener('input', () => this.changed());
      this.addEventListener('keyup', (event) => this.moved(event as KeyboardEvent));
      this.addEventListener('click', () => this.look());
      this.addEventListener('keydown', (event) => this.pressed(event as KeyboardEvent), true);
      this.addEventListener('focusout', () => window.setTimeout(() => this.leave(), 150));
    }
    this.append(this.list, this.status);
  }

  /** Called by the server: under which name the draft is kept, and the name of the list for screen readers. */
  start(key: string, label: string): void {
    this.key = key;
    this.list.setAttribute('aria-label', label);
    const kept = this.kept();
    if (kept && kept.text && this.area && !this.area.value) {
      Object.entries(kept.people).forEach(([name, id]) => this.name(id, name));
      this.area.value = kept.text;
      this.latest = kept.text;
      this.$server?.typed(kept.text);
    }
  }

  /** Called by the server: these may be named for that query. */
  show(query: string, suggestions: Suggestion[], summary: string): void {
    if (query !== this.query) {
      return;
    }
    this.suggestions = suggestions;
    this.active = 0;
    this.draw();
    this.status.textContent = summary;
  }

  /**
   * Called by the server, which has emptied the field: it has been sent, nothing of it is to be kept. What was typed
   * while it was on its way stays.
   *
   * @param text what was sent, null when what is there is thrown away
   */
  sent(text: string | null): void {
    const since = text === null ? '' : this.latest.startsWith(text) ? this.latest.slice(text.length).trimStart() : this.latest;
    this.latest = since;
    if (this.area) {
      // For the server the field may have been empty all along: then it has nothing to empty here.
      this.area.value = since;
    }
    if (since) {
      this.$server?.typed(since);
      this.keep();
    } else {
      this.people = {};
      sessionStorage.removeItem(this.key);
    }
    this.close();
  }

  /** Called by the server: people already named in the text being changed. */
  name(id: string, label: string): void {
    this.people[label] = id;
    this.$server?.picked(id, label);
  }

  private get area(): TextArea | null {
    return this.querySelector('vaadin-text-area') as TextArea | null;
  }

  private get input(): HTMLTextAreaElement | null {
    return this.querySelector('textarea');
  }

  private changed(): void {
    this.latest = this.input?.value ?? '';
    this.keep();
    this.look();
  }

  private moved(event: KeyboardEvent): void {
    if (['ArrowLeft', 'ArrowRight', 'Home', 'End'].includes(event.key)) {
      this.look();
    }
  }

  /** Looks for an @ before the caret and asks who may be meant. */
  private look(): void {
    const query = this.token();
    if (query === this.query) {
      return;
    }
    this.query = query;
    window.clearTimeout(this.pending);
    if (query === null) {
      this.close();
    } else {
      this.pending = window.setTimeout(() => this.$server?.suggest(query), PAUSE);
    }
  }

  private token(): string | null {
    const input = this.input;
    if (!input || input.selectionStart !== input.selectionEnd) {
      return null;
    }
    const match = TOKEN.exec(input.value.slice(0, input.selectionStart ?? 0));
    // A name already chosen ends the question, even while the caret stands right behind it.
    if (!match || Object.keys(this.people).some((label) => match[1].startsWith(label.slice(1)))) {
      return null;
    }
    return match[1];
  }

  private pressed(event: KeyboardEvent): void {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      event.stopPropagation();
      this.$server?.send(this.input?.value ?? '');
      return;
    }
    if (this.list.hidden) {
      return;
    }
    const count = this.suggestions.length;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      this.active = (this.active + (event.key === 'ArrowDown' ? 1 : count - 1)) % count;
      this.draw();
    } else if ((event.key === 'Enter' || event.key === 'Tab') && !event.shiftKey) {
      this.pick(this.suggestions[this.active]);
    } else if (event.key === 'Escape') {
      this.close();
    } else {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  }

  private pick(suggestion: Suggestion): void {
    const input = this.input;
    if (!input) {
      return;
    }
    const caret = input.selectionStart ?? input.value.length;
    const start = input.value.lastIndexOf('@', caret - 1);
    this.name(suggestion.id, suggestion.label);
    input.setRangeText(`${suggestion.label} `, start, caret, 'end');
    input.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
    this.query = null;
    this.close();
    input.focus();
  }

  private draw(): void {
    this.list.replaceChildren(
      ...this.suggestions.map((suggestion, index) => {
        const item = document.createElement('li');
        item.id = `${this.listId}-${index}`;
        item.setAttribute('role', 'option');
        item.setAttribute('aria-selected', String(index === this.active));
        const name = document.createElement('strong');
        name.textContent = suggestion.label.slice(1);
        const detail = document.createElement('small');
        detail.textContent = suggestion.detail;
        item.append(name, detail);
        item.addEventListener('mousedown', (event) => {
          event.preventDefault();
          this.pick(suggestion);
        });
        return item;
      }),
    );
    this.list.hidden = this.suggestions.length === 0;
    const input = this.input;
    if (input) {
      input.setAttribute('aria-autocomplete', 'list');
      if (this.list.hidden) {
        input.removeAttribute('aria-controls');
        input.removeAttribute('aria-activedescendant');
      } else {
        input.setAttribute('aria-controls', this.listId);
        input.setAttribute('aria-activedescendant', `${this.listId}-${this.active}`);
      }
    }
  }

  private leave(): void {
    if (!this.contains(document.activeElement)) {
      this.close();
    }
  }

  private close(): void {
    this.suggestions = [];
    this.status.textContent = '';
    this.draw();
  }

  private keep(): void {
    const text = this.input?.value ?? '';
    try {
      if (text) {
        const draft: Draft = { text: text.slice(0, 20000), people: this.people };
        sessionStorage.setItem(this.key, JSON.stringify(draft));
      } else {
        sessionStorage.removeItem(this.key);
      }
    } catch {
      // No room or not allowed to keep anything: what is typed stays on the screen only.
    }
  }

  private kept(): Draft | null {
    try {
      const draft = sessionStorage.getItem(this.key);
      return draft ? (JSON.parse(draft) as Draft) : null;
    } catch {
      return null;
    }
  }
}

customElements.define('ml-mention-area', MentionArea);
