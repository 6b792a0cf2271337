/** Asks this browser whether somebody left words in it that no text has, and the server what those texts are called. */
import { ASIDE, PREFIX, waiting } from './live-text/notes';

type Server = { found(texts: string, aside: string): void };

class WaitingWords extends HTMLElement {
  private person = '';
  private said = '.';

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
    if (event.key === null || event.key.startsWith(PREFIX) || event.key.startsWith(ASIDE)) {
      this.look();
    }
  };

  private look(): void {
    const texts = waiting(PREFIX, this.person).join(' ');
    const aside = waiting(ASIDE, this.person).join(' ');
    if (`${texts}.${aside}` !== this.said) {
      this.said = `${texts}.${aside}`;
      (this as HTMLElement & { $server?: Server }).$server?.found(texts, aside);
    }
  }
}

customElements.define('ml-waiting-words', WaitingWords);
