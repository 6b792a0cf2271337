/**
 * The notes of unsaved words that lie in this browser, each under its writer, its text and the window it was written in.
 * Without the editor: the home page asks too.
 */
export const PREFIX = 'maillage.text.';

export type Note = { at: number; update: string };

/** What storage does not take, because it is full or forbidden, is kept as long as this page is. */
const here = new Map<string, string>();

export function keys(prefix: string): string[] {
  let found: string[] = [];
  try {
    found = Object.keys(localStorage);
  } catch {
    // Forbidden: what is here is all there is.
  }
  return [...new Set([...found, ...here.keys()])].filter((key) => key.startsWith(prefix));
}

/** As it was written down. */
export function written(key: string): string | null {
  try {
    return here.get(key) ?? localStorage.getItem(key);
  } catch {
    return null;
  }
}

export function read(key: string): Note | null {
  try {
    return JSON.parse(written(key) ?? 'null') as Note | null;
  } catch {
    return null;
  }
}

export function write(key: string, note: Note): void {
  const value = JSON.stringify(note);
  try {
    localStorage.setItem(key, value);
    here.delete(key);
  } catch {
    here.set(key, value);
  }
}

export function remove(key: string): void {
  here.delete(key);
  try {
    localStorage.removeItem(key);
  } catch {
    // Forbidden: then nothing was written either.
  }
}

/** The texts this person left words for, by their identifiers. */
export function waiting(person: string): string[] {
  const found = keys(`${PREFIX}${person}.`).map((key) => /\/([0-9a-f-]{36})\.\d+$/.exec(key)?.[1] ?? '');
  return [...new Set(found.filter(Boolean))];
}
