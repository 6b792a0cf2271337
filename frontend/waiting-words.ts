/** Asks this browser whether somebody left words in it that no text has, and the server what those texts are called. */
import { PREFIX, waiting } from './live-text/notes';

type Server = { found(texts: string): void };

class WaitingWords extends HTMLElement {
  private person = '';
  private said = '';

  /** Called by the server: who looks. */
  open(person: string): void {
    this.person = person;
    this.look();
    window.addEventListener('storage', this.changed);
  }

  disconnectedCallback(): void {
    window.removeEventListener('storage', this.changed);
  }

  /** Another window saved them meanwhile, or left some. */
  private readonly changed = (event: StorageEvent): void => {
    if (event.key === null || event.key.startsWith(PREFIX)) {
      this.look();
    }
  };

  private look(): void {
    const texts = waiting(this.person).join(' ');
    if (texts !== this.said) {
      this.said = texts;
      (this as HTMLElement & { $server?: Server }).$server?.found(texts);
    }
  }
}

customElements.define('ml-waiting-words', WaitingWords);
