/**
 * Keeps what is typed in a form in this browser, so that an expired session, a closed tab or a fallen network loses
 * nothing. Fields are the elements that carry `data-draft`, a name of their own within the form. The server decides
 * when a draft is taken up, thrown away or done with; see DraftKeeper.java.
 */
import './sign-out';

const PREFIX = 'maillage.draft.';
const KEPT_DAYS = 30;
const WRITING = ['input', 'change', 'value-changed'];

/**
 * `base` and `bases` say on which version the form, or each field that is saved by itself, was written: what others
 * saved since must not be replaced unseen.
 */
type Draft = { at: number; values: Record<string, unknown>; base?: string; bases?: Record<string, string> };
type Field = HTMLElement & { value: unknown };
type Choice = Field & { checked?: boolean; selectedItems?: { label: string }[]; inputElement?: HTMLInputElement };

/** Of a choice its words are kept: the keys of a list are those of one session. */
const isChoice = (field: HTMLElement) => field.dataset.draftWords !== undefined;

function words(field: Choice): string[] {
  switch (field.localName) {
    case 'vaadin-checkbox':
      return field.checked ? ['true'] : [];
    case 'vaadin-multi-select-combo-box':
      return (field.selectedItems ?? []).map((item) => item.label);
    default:
      return field.inputElement?.value ? [field.inputElement.value] : [];
  }
}

const said = (field: Field): unknown => (isChoice(field) ? words(field) : field.value ?? '');

class DraftKeeper {
  private pending: Record<string, unknown> = {};
  private timer = 0;
  /** Whether the person wrote something: values that the form itself was given are no draft. */
  private touched = false;
  /** The version the form showed when writing in it began. */
  private base?: string;
  /** Where each field is saved by itself: those the person wrote in since, with the version that was written on. */
  private readonly unsaved = new Map<string, string>();
  private readonly observer: MutationObserver;
  private readonly typed = (event: Event) => {
    // Asked at the key stroke: by the time the draft is written the person may have left the form.
    const field = (event.target as Element | null)?.closest?.<Field>('[data-draft]');
    // What the server puts into the field says “value-changed” too, and is no writing.
    // Letters that only look for a choice are none yet.
    const wrote = event.type === 'change' || (event.type === 'input' && field && !isChoice(field));
    if (wrote && field?.matches(':focus-within')) {
      const name = field.dataset.draft!;
      this.unsaved.set(name, this.unsaved.get(name) ?? field.dataset.draftBase ?? '');
      this.mark();
    }
    if (!this.touched && this.form.matches(':focus-within')) {
      this.touched = true;
      this.base = this.form.dataset.draftBase;
    }
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
    for (const event of WRITING) {
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
    const before = read(this.key);
    const values: Record<string, unknown> = { ...before?.values };
    const bases: Record<string, string> = { ...before?.bases };
    for (const field of this.fields()) {
      const name = field.dataset.draft!;
      if (!this.apart) {
        values[name] = said(field);
      } else if (this.unsaved.has(name)) {
        values[name] = said(field);
        bases[name] = this.unsaved.get(name)!;
      }
    }
    if (!Object.keys(values).length) {
      return;
    }
    try {
      const draft: Draft = this.apart ? { at: Date.now(), values, bases } : { at: Date.now(), values, base: this.base };
      localStorage.setItem(this.key, JSON.stringify(draft));
    } catch {
      // Storage is full or forbidden: the form works without a draft.
    }
  }

  /**
   * Puts the draft back into the form, but for its choices, which the server finds by their words; answers those, and
   * the version it was written on, empty when nobody knows.
   */
  takeUp(): { base: string; choices: { name: string; words: string[] }[] } {
    const draft = read(this.key);
    this.pending = { ...draft?.values };
    this.touched = true;
    this.base = draft?.base;
    this.fill();
    const choices = Object.entries(draft?.values ?? {}).filter(([, value]) => Array.isArray(value))
      .map(([name, value]) => ({ name, words: value as string[] }));
    return { base: draft?.base ?? '', choices };
  }

  /** What is kept of fields that are saved one by one: the server takes it up. */
  kept() {
    const draft = read(this.key);
    return Object.entries(draft?.values ?? {})
      .map(([name, value]) => ({ name, value: Array.isArray(value) ? value.join('\n') : String(value ?? ''), base: draft?.bases?.[name] ?? '' }));
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
        if (isChoice(field)) {
          continue;
        }
        customElements.whenDefined(field.localName).then(() => {
          field.value = value;
          field.dispatchEvent(new CustomEvent('change', { bubbles: true }));
        });
      }
    }
  }

  /** Until the server has said so, the page must not say that all is saved. */
  private mark() {
    if (this.apart) {
      this.form.toggleAttribute('data-unsaved', this.unsaved.size > 0);
    }
  }

  /** This field has been saved by itself. */
  forget(name: string) {
    this.unsaved.delete(name);
    this.mark();
  }

  clear() {
    clearTimeout(this.timer);
    this.touched = false;
    this.base = undefined;
    this.unsaved.clear();
    this.mark();
    this.pending = {};
    localStorage.removeItem(this.key);
  }

  end() {
    clearTimeout(this.timer);
    for (const event of WRITING) {
      this.form.removeEventListener(event, this.typed, true);
    }
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

const UNSAVED = '[data-unsaved],vaadin-connection-indicator[loading]';
let again = 0;

/**
 * Says at the root of the page whether something is on its way. A style that asks the whole page for it (`:has`) would
 * be asked again at every key. Looked at again while it is so: a page that is left takes its marks along.
 */
function sayUnsaved() {
  const unsaved = document.body.querySelector(UNSAVED) !== null;
  document.documentElement.toggleAttribute('data-unsaved', unsaved);
  clearTimeout(again);
  if (unsaved) {
    again = window.setTimeout(sayUnsaved, 400);
  }
}

new MutationObserver(sayUnsaved)
  .observe(document.body, { subtree: true, attributes: true, attributeFilter: ['data-unsaved', 'loading'] });

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
    const key = PREFIX + name;
    form.$draft?.end();
    // One of before whose form has left the page must not write its draft again.
    keepers.get(key)?.end();
    form.$draft = new DraftKeeper(form, key, apart);
    keepers.set(key, form.$draft);
    return read(key)?.at ?? 0;
  },
  takeUp(form: HTMLElement) {
    return form.$draft?.takeUp() ?? { base: '', choices: [] };
  },
  kept(form: HTMLElement) {
    return form.$draft?.kept() ?? [];
  },
  /** This field has been saved by itself, or is thrown away; what is unsaved elsewhere stays. */
  saved(name: string, field: string) {
    const key = PREFIX + name;
    keepers.get(key)?.forget(field);
    const draft = read(key);
    if (draft && field in draft.values) {
      delete draft.values[field];
      delete draft.bases?.[field];
      if (Object.keys(draft.values).length) {
        localStorage.setItem(key, JSON.stringify(draft));
      } else {
        localStorage.removeItem(key);
      }
    }
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
