/** The words of the editor: they come from the server's bundles, under the part of their key after “coediting.”. */
export type Words = Record<string, string>;

/** The words with what they speak of in the place of {0}, {1} and so on. */
export function filled(words: string, ...what: (string | number)[]): string {
  return words.replace(/\{(\d)\}/g, (sign, at: string) => String(what[Number(at)] ?? sign));
}
