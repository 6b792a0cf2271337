/**
 * Words that somebody typed and that will be in no text: the right to write ended before they were sent, or the passage
 * they stand in was removed by others while the line was away. They are shown to whoever typed them, to be taken elsewhere.
 */
import * as Y from 'yjs';
import type { Words } from './words';

export type Lost = {
  why: 'refused' | 'removed';
  words: string;
};

/** A run of letters, by the clock of its first; with the clock of the letter it was typed after, if any. */
type Run = { client: number; clock: number; letters: string; after: number };

/** What was typed in these changes, without what was taken away in them. */
function typed(updates: Uint8Array[]): Run[] {
  if (updates.length === 0) {
    return [];
  }
  const { structs, ds } = Y.decodeUpdate(Y.mergeUpdates(updates));
  const runs: Run[] = [];
  for (const struct of structs) {
    if (struct instanceof Y.Item && struct.content instanceof Y.ContentString) {
      const { client, clock } = struct.id;
      const letters = struct.content.str.split('');
      const after = struct.origin?.client === client ? struct.origin.clock : -1;
      letters.forEach((letter, i) => {
        if (!Y.isDeleted(ds, Y.createID(client, clock + i))) {
          runs.push({ client, clock: clock + i, letters: letter, after: i > 0 ? clock + i - 1 : after });
        }
      });
    }
  }
  return runs;
}

/** As a text to be read: what was typed in one go stands together, what was typed elsewhere on a line of its own. */
function told(runs: Run[]): string {
  let text = '';
  let before: Run | null = null;
  for (const run of runs) {
    if (before && !(run.client === before.client && run.after === before.clock)) {
      text += '\n';
    }
    text += run.letters;
    before = run;
  }
  return text
    .split('\n')
    .filter((line) => line.trim())
    .join('\n');
}

/** What was typed in these changes and is not in the document. */
function missing(doc: Y.Doc, updates: Uint8Array[]): Run[] {
  return typed(updates).filter(({ client, clock }) => clock >= Y.getState(doc.store, client));
}

export function missingFrom(doc: Y.Doc, updates: Uint8Array[]): string {
  return told(missing(doc, updates));
}

/**
 * Brings changes into a document that has come up to date, and tells what was typed in them, or in those it was changed by
 * before, and stands nowhere: others removed its place meanwhile.
 */
export function broughtInto(doc: Y.Doc, changes: Uint8Array[], before: Uint8Array[], origin: unknown): string {
  const runs = [...missing(doc, changes), ...typed(before)];
  changes.forEach((update) => Y.applyUpdate(doc, update, origin));
  return told(
    runs.filter(
      ({ client, clock }) => clock < Y.getState(doc.store, client) && Y.getItem(doc.store, Y.createID(client, clock)).deleted,
    ),
  );
}

/** The words, with what became of them, until whoever typed them is done with them. */
export class LostWords {
  readonly element = document.createElement('section');

  constructor(
    private readonly words: Words,
    private readonly say: (sentence: string) => void,
    private readonly done: () => void,
  ) {
    this.element.className = 'ml-lost';
    this.element.hidden = true;
  }

  show(lost: Lost | null): void {
    this.element.hidden = lost === null;
    if (lost === null) {
      this.element.replaceChildren();
      return;
    }
    const { words } = this;
    const why = words[`lost.${lost.why}`];
    const said = document.createElement('p');
    said.textContent = why;
    const text = document.createElement('blockquote');
    text.textContent = lost.words;
    // To be read, and selected, by those who have no mouse.
    text.tabIndex = 0;
    text.setAttribute('aria-label', words['lost.words']);
    text.setAttribute('role', 'group');
    const acts = document.createElement('div');
    acts.append(
      this.button(words['lost.copy'], () => this.copy(lost.words, text)),
      this.button(words['lost.close'], this.done),
    );
    this.element.setAttribute('aria-label', words['lost.words']);
    this.element.replaceChildren(said, text, acts);
    this.element.scrollIntoView({ block: 'nearest' });
    this.say(why);
  }

  private button(name: string, act: () => void): HTMLButtonElement {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'ml-foot-button';
    button.textContent = name;
    button.addEventListener('click', act);
    return button;
  }

  private copy(words: string, shown: HTMLElement): void {
    const copied = () => this.say(this.words['lost.copied']);
    const byHand = () => getSelection()?.selectAllChildren(shown);
    if (navigator.clipboard) {
      void navigator.clipboard.writeText(words).then(copied, byHand);
    } else {
      byHand();
    }
  }
}
