/**
 * Words that somebody typed and that will be in no text: the right to write ended before they were sent, the passage they
 * stand in was removed by others while the line was away, or they are more than the server takes at once. They are shown to
 * whoever typed them, to be taken elsewhere, and kept in this browser until that person is done with them.
 */
import * as Y from 'yjs';
import { ASIDE, read, remove, write, type Note } from './notes';
import type { Words } from './words';

export type Lost = {
  why: 'refused' | 'removed' | 'tooLong';
  words: string;
};

/** What is lost of a text for somebody, in this browser. */
export class Aside {
  private readonly key: string;

  constructor(person: string, text: string) {
    this.key = `${ASIDE}${person}.${text}`;
  }

  get all(): Lost[] {
    return read<Note & { lost: Lost[] }>(this.key)?.lost ?? [];
  }

  put(lost: Lost): void {
    write(this.key, { at: Date.now(), lost: [...this.all, lost] });
  }

  readonly drop = (): void => remove(this.key);
}

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

/** What was typed in these changes. */
export function wordsOf(updates: Uint8Array[]): string {
  return told(typed(updates));
}

/**
 * Brings changes into a document that has come up to date, and tells what was typed in them, or in those it was changed by
 * before, and stands nowhere: others removed its place meanwhile.
 *
 * @param known letters that were told before; those that are told are added
 */
export function broughtInto(doc: Y.Doc, changes: Uint8Array[], before: Uint8Array[], origin: unknown, known: Set<string>): string {
  const runs = [...missing(doc, changes), ...typed(before)];
  changes.forEach((update) => Y.applyUpdate(doc, update, origin));
  const gone = runs.filter(
    ({ client, clock }) =>
      !known.has(`${client}.${clock}`) &&
      clock < Y.getState(doc.store, client) &&
      Y.getItem(doc.store, Y.createID(client, clock)).deleted,
  );
  gone.forEach(({ client, clock }) => known.add(`${client}.${clock}`));
  return told(gone);
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

  show(lost: Lost[]): void {
    const { words, element } = this;
    const told = !element.hidden;
    element.hidden = lost.length === 0;
    if (element.hidden) {
      element.replaceChildren();
      return;
    }
    const whys = lost.map(({ why }) => words[`lost.${why}`]);
    const shown = lost.flatMap((one, i) => this.told(one, i > 0 && whys[i] === whys[i - 1] ? '' : whys[i]));
    const text = lost.map((one) => one.words).join('\n');
    const acts = document.createElement('div');
    acts.append(
      this.button(words['lost.copy'], () => this.copy(text)),
      this.button(words['lost.close'], this.done),
    );
    element.setAttribute('aria-label', words['lost.words']);
    element.replaceChildren(...shown, acts);
    if (!told) {
      element.scrollIntoView({ block: 'nearest' });
    }
    this.say(whys[whys.length - 1]);
  }

  get hasFocus(): boolean {
    return this.element.contains(document.activeElement);
  }

  private told(lost: Lost, why: string): HTMLElement[] {
    const said = document.createElement('p');
    said.textContent = why;
    const text = document.createElement('blockquote');
    text.textContent = lost.words;
    // To be read, and selected, by those who have no mouse.
    text.tabIndex = 0;
    text.setAttribute('aria-label', this.words['lost.words']);
    text.setAttribute('role', 'group');
    return why ? [said, text] : [text];
  }

  private button(name: string, act: () => void): HTMLButtonElement {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'ml-foot-button';
    button.textContent = name;
    button.addEventListener('click', act);
    return button;
  }

  private copy(words: string): void {
    const copied = () => this.say(this.words['lost.copied']);
    const byHand = () => getSelection()?.selectAllChildren(this.element);
    if (navigator.clipboard) {
      void navigator.clipboard.writeText(words).then(copied, byHand);
    } else {
      byHand();
    }
  }
}
