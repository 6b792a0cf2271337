/**
 * Keeps what is typed in a form in this browser, so that an expired session, a closed tab or a fallen network loses
 * nothing. Fields are the elements that carry `data-draft`, a name of their own within the form. The server decides
 * when a draft is taken up, thrown away or done with; see DraftKeeper.java.
 */
const PREFIX = 'maillage.draft.';
const KEPT_DAYS = 30;

type Draft = { at: number; values: Record<string, unknown> };
type Field = HTMLElement & { value: unknown };

class DraftKeeper {
  private pending: Record<string, unknown> = {};
  private timer = 0;
  /** Whether the person wrote something: values that the form itself was given are no draft. */
  private touched = false;
  private readonly observer: MutationObserver;
  private readonly typed = () => {
    // Asked at the key stroke: by the time the draft is written the person may have left the form.
    this.touched ||= this.form.matches(':focus-within');
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => this.keep(), 300);
  };
  private readonly leaving = () => this.keep();

  constructor(
    private readonly form: HTMLElement,
    private readonly key: string,
  ) {
    for (const event of ['input', 'change', 'value-changed']) {
      form.addEventListener(event, this.typed, true);
    }
    window.addEventListener('pagehide', this.leaving);
    // Fields that appear later (those of another kind) take up their part of the draft then.
    this.observer = new MutationObserver(() => this.fill());
    this.observer.observe(form, { childList: true, subtree: true, attributes: true, attributeFilter: ['hidden'] });
  }

  private fields(): Field[] {
    return Array.from(this.form.querySelectorAll<Field>('[data-draft]'));
  }

  private keep() {
    clearTimeout(this.timer);
    if (!this.touched) {
      return;
    }
    const values: Record<string, unknown> = { ...read(this.key)?.values };
    for (const field of this.fields()) {
      values[field.dataset.draft!] = field.value ?? '';
    }
    try {
      localStorage.setItem(this.key, JSON.stringify({ at: Date.now(), values } satisfies Draft));
    } catch {
      // Storage is full or forbidden: the form works without a draft.
    }
  }

  takeUp() {
    this.pending = { ...read(this.key)?.values };
    this.touched = true;
    this.fill();
  }

  private fill() {
    for (const field of this.fields()) {
      const name = field.dataset.draft!;
      if (name in this.pending) {
        const value = this.pending[name];
        delete this.pending[name];
        customElements.whenDefined(field.localName).then(() => {
          field.value = value;
          field.dispatchEvent(new CustomEvent('change', { bubbles: true }));
        });
      }
    }
  }

  clear() {
    clearTimeout(this.timer);
    this.touched = false;
    this.pending = {};
    localStorage.removeItem(this.key);
  }

  end() {
    clearTimeout(this.timer);
    this.observer.disconnect();
    window.removeEventListener('pagehide', this.leaving);
  }
}

function read(key: string): Draft | undefined {
  try {
    const draft = JSON.parse(localStorage.getItem(key) ?? 'null') as Draft | null;
    if (draft && Date.now() - draft.at < KEPT_DAYS * 86_400_000) {
      return draft;
    }
    localStorage.removeItem(key);
  } catch {
    // Not ours, or forbidden.
  }
  return undefined;
}

declare global {
  interface HTMLElement {
    $draft?: DraftKeeper;
  }
  interface Window {
    maillageDrafts: unknown;
  }
}

window.maillageDrafts = {
  /** Begins to keep; answers when the draft that is there was last written, in milliseconds, or 0. */
  keep(form: HTMLElement, name: string): number {
    form.$draft?.end();
    const key = PREFIX + name;
    form.$draft = new DraftKeeper(form, key);
    return read(key)?.at ?? 0;
  },
  takeUp(form: HTMLElement) {
    form.$draft?.takeUp();
  },
  clear(form: HTMLElement) {
    form.$draft?.clear();
  },
};

export {};
