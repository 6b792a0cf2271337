/**
 * Following somebody: the view goes where their caret is, until one types, scrolls or presses Escape. The caret of whoever
 * follows stays where it is.
 */
import { filled, type Words } from './words';

/** The other’s caret is drawn a moment after they moved. */
const DRAWN_AFTER = 80;
/** Nearer to an edge than that share of the window, the view moves. */
const EDGE = 0.2;
const MODIFIERS = ['Shift', 'Control', 'Alt', 'Meta', 'AltGraph'];

export class Follow {
  /** Whom one follows. */
  person: string | null = null;
  private name = '';
  private timer = 0;

  /**
   * @param root    where carets are drawn
   * @param changed called when one begins or ends following
   */
  constructor(
    private readonly root: HTMLElement,
    private readonly words: Words,
    private readonly say: (sentence: string) => void,
    private readonly changed: () => void,
  ) {}

  begin(person: string, name: string): void {
    this.person = person;
    this.name = name;
    window.addEventListener('keydown', this.pressed, true);
    // Words may come without a key: spoken, pasted, chosen from what a phone suggests.
    window.addEventListener('beforeinput', this.end, true);
    window.addEventListener('wheel', this.end, { passive: true });
    window.addEventListener('touchmove', this.end, { passive: true });
    window.addEventListener('mousedown', this.scrollbar, true);
    this.say(filled(this.words['follow.began'], name));
    this.changed();
    this.moved(person);
  }

  readonly end = (): void => {
    if (this.person === null) {
      return;
    }
    this.stop();
    this.say(filled(this.words['follow.ended'], this.name));
    this.changed();
  };

  /** Their caret is elsewhere now. */
  moved(person: string): void {
    if (person === this.person) {
      window.clearTimeout(this.timer);
      this.timer = window.setTimeout(() => this.go(), DRAWN_AFTER);
    }
  }

  destroy(): void {
    this.stop();
  }

  private stop(): void {
    this.person = null;
    window.clearTimeout(this.timer);
    window.removeEventListener('keydown', this.pressed, true);
    window.removeEventListener('beforeinput', this.end, true);
    window.removeEventListener('wheel', this.end);
    window.removeEventListener('touchmove', this.end);
    window.removeEventListener('mousedown', this.scrollbar, true);
  }

  private go(): void {
    const caret = [...this.root.querySelectorAll<HTMLElement>('.ml-caret')].find(({ dataset }) => dataset.person === this.person);
    if (!caret) {
      return;
    }
    const { top, bottom } = caret.getBoundingClientRect();
    if (top < window.innerHeight * EDGE || bottom > window.innerHeight * (1 - EDGE)) {
      const still = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
      caret.scrollIntoView({ block: 'center', inline: 'nearest', behavior: still ? 'instant' : 'smooth' });
    }
  }

  private readonly pressed = (event: KeyboardEvent): void => {
    // The button by which one follows goes on being one.
    const onButton = (event.target as Element | null)?.closest?.('.ml-faces') && ['Enter', ' ', 'Tab'].includes(event.key);
    if (!MODIFIERS.includes(event.key) && !onButton) {
      this.end();
    }
  };

  private readonly scrollbar = (event: MouseEvent): void => {
    if (event.clientX >= document.documentElement.clientWidth) {
      this.end();
    }
  };
}
