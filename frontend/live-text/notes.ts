/**
 * The notes of unsaved words that lie in this browser, each under its writer, its text and the window it was written in.
 * Without the editor: the home page asks too.
 */
export const PREFIX = 'maillage.text.';

export type Note = { at: number; update: string };

export function keys(prefix: string): string[] {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith(prefix));
  } catch {
    return [];
  }
}

export function read(key: string): Note | null {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null') as Note | null;
  } catch {
    return null;
  }
}

/** The texts this person left words for, by their identifiers. */
export function waiting(person: string): string[] {
  const found = keys(`${PREFIX}${person}.`).map((key) => /\/([0-9a-f-]{36})\.\d+$/.exec(key)?.[1] ?? '');
  return [...new Set(found.filter(Boolean))];
}
