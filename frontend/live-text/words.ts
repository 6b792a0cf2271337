/** The words of the editor: they come from the server's bundles, under the part of their key after “coediting.”. */
export type Words = Record<string, string>;

/** The words with what they speak of in the place of {0}. */
export function filled(words: string, what: string | number): string {
  return words.replace('{0}', String(what));
}
