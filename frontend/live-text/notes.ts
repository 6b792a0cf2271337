/**
 * The notes that lie in this browser of words that are in no text: those that will be saved, each under its writer, its
 * text and the window it was written in, and those that will not, under writer and text. Without the editor: the home page
 * asks too.
 */
export const PREFIX = 'maillage.text.';
export const ASIDE = 'maillage.aside.';

/** When it was written, in milliseconds. */
export type Note = { at: number };

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

export function read<N extends Note>(key: string): N | null {
  try {
    return JSON.parse(written(key) ?? 'null') as N | null;
  } catch {
    return null;
  }
}

export function write<N extends Note>(key: string, note: N): void {
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

/** The texts this person left words for, by their identifiers: with `PREFIX` to be saved, with `ASIDE` to be read. */
export function waiting(prefix: string, person: string): string[] {
  const found = keys(`${prefix}${person}.`).map((key) => /\/([0-9a-f-]{36})(\.\d+)?$/.exec(key)?.[1] ?? '');
  return [...new Set(found.filter(Boolean))];
}

/** What others wrote in this browser, and what is older than that, goes. */
export function sweep(person: string, oldest: number): void {
  for (const prefix of [PREFIX, ASIDE]) {
    for (const key of keys(prefix)) {
      if (!key.startsWith(`${prefix}${person}.`) || (read(key)?.at ?? 0) < oldest) {
        remove(key);
      }
    }
  }
}
