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
  /** Where each field is saved by itself: those the person wrote in since, by name. */
  private readonly unsaved = new Set<string>();
  private readonly observer: MutationObserver;
  private readonly typed = (event: Event) => {
    // Asked at the key stroke: by the time the draft is written the person may have left the form.
    const field = (event.target as Element | null)?.closest?.<Field>('[data-draft]');
    // What the server puts into the field says “value-changed” too, and is no writing.
    if (event.type !== 'value-changed' && field?.matches(':focus-within')) {
      this.unsaved.add(field.dataset.draft!);
    }
    this.touched ||= this.form.matches(':focus-within');
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => this.keep(), 300);
  };
  private readonly leaving = () => this.keep();
  private readonly signingOut = () => this.clear();

  constructor(
    private readonly form: HTMLElement,
    private readonly key: string,
    private readonly apart: boolean,
  ) {
    for (const event of ['input', 'change', 'value-changed']) {
      form.addEventListener(event, this.typed, true);
    }
    window.addEventListener('pagehide', this.leaving);
    window.addEventListener('maillage-sign-out', this.signingOut);
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
      if (!this.apart || this.unsaved.has(field.dataset.draft!)) {
        values[field.dataset.draft!] = field.value ?? '';
      }
    }
    if (!Object.keys(values).length) {
      return;
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
    if (!Object.keys(this.pending).length) {
      return;
    }
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

  /** This field has been saved by itself; what is unsaved elsewhere stays. */
  saved(name: string) {
    this.unsaved.delete(name);
    const draft = read(this.key);
    if (draft && name in draft.values) {
      delete draft.values[name];
      if (Object.keys(draft.values).length) {
        localStorage.setItem(this.key, JSON.stringify(draft));
      } else {
        localStorage.removeItem(this.key);
      }
    }
  }

  clear() {
    clearTimeout(this.timer);
    this.touched = false;
    this.unsaved.clear();
    this.pending = {};
    localStorage.removeItem(this.key);
  }

  end() {
    clearTimeout(this.timer);
    this.observer.disconnect();
    window.removeEventListener('pagehide', this.leaving);
    window.removeEventListener('maillage-sign-out', this.signingOut);
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

/** Which forms write, by the name of their draft. */
const keepers = new Map<string, DraftKeeper>();

window.maillageDrafts = {
  /** Begins to keep; answers when the draft that is there was last written, in milliseconds, or 0. */
  keep(form: HTMLElement, name: string, apart: boolean): number {
    form.$draft?.end();
    const key = PREFIX + name;
    form.$draft = new DraftKeeper(form, key, apart);
    return read(key)?.at ?? 0;
  },
  takeUp(form: HTMLElement) {
    form.$draft?.takeUp();
  },
  saved(form: HTMLElement, field: string) {
    form.$draft?.saved(field);
  },
  clear(form: HTMLElement) {
    form.$draft?.clear();
  },
  /** What was typed under this name is saved; its form may be gone from the page. */
  done(name: string) {
    const key = PREFIX + name;
    keepers.get(key)?.clear();
    localStorage.removeItem(key);
  },
};

export {};
