/** The ways from a text to what it was. */
import type { Setting } from './writing';

export function links({ history, words, label }: Setting): HTMLElement[] {
  if (!history) {
    return [];
  }
  const link = document.createElement('a');
  link.href = history;
  link.className = 'ml-small';
  link.textContent = words.history;
  link.setAttribute('aria-label', `${words.history} : ${label}`);
  return [link];
}
