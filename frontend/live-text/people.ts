/**
 * Who else is in the text: their faces, the names at their carets, and a sober word for those who do not see either.
 * Names and colours come from the server, whatever a page may claim.
 */
import type { Awareness } from 'y-protocols/awareness';
import { Follow } from './follow';
import type { Names } from './names';
import { filled, type Words } from './words';

/** Without a name where whoever looks has to ask for it. */
type User = { person?: string; name?: string; hue?: number };
type Change = { added: number[]; updated: number[]; removed: number[] };

const NAME_SHOWN = 2000;
const ANNOUNCED_EVERY = 5000;
const FACES = 4;
/** More than that are counted when they are told of, not named. */
const NAMED = 3;
const DRAWN_AFTER = 60;

export class People {
  readonly faces = document.createElement('span');
  private here = new Map<string, User>();
  private announced = new Map<string, string>();
  private places = new Map<number, string>();
  private moving = new Map<string, number>();
  private timer = 0;
  private started = false;
  private drawn = '';
  private readonly follow: Follow;
  private readonly note = document.createElement('span');

  /** @param me the person who looks: who is here too is somebody else, not another window of theirs */
  constructor(
    private readonly root: HTMLElement,
    private readonly awareness: Awareness,
    private readonly words: Words,
    private readonly say: (sentence: string) => void,
    private readonly me: string | undefined,
    private readonly names: Names,
  ) {
    this.faces.className = 'ml-faces live';
    this.faces.setAttribute('role', 'group');
    this.note.className = 'ml-faces-note ml-faint';
    this.note.setAttribute('aria-hidden', 'true');
    this.follow = new Follow(root, words, say, () => this.pressed());
    this.awareness.on('change', this.changed);
    this.draw();
  }

  destroy(): void {
    this.awareness.off('change', this.changed);
    this.follow.destroy();
    window.clearTimeout(this.timer);
    this.moving.forEach((timer) => window.clearTimeout(timer));
  }

  /** A caret of somebody else: a line in their colour, with their name, which is shown while they write. */
  caret(user: User): HTMLElement {
    const caret = document.createElement('span');
    caret.className = 'ml-caret';
    caret.dataset.hue = String(user.hue ?? 0);
    caret.dataset.person = user.person ?? '';
    const name = document.createElement('span');
    name.className = 'name';
    name.textContent = this.nameOf(user);
    // Not part of the text, and not to be read in the middle of a sentence.
    caret.setAttribute('aria-hidden', 'true');
    caret.append('\u2060', name, '\u2060');
    caret.classList.toggle('moving', this.moving.has(user.person ?? ''));
    window.requestAnimationFrame(() => fit(caret));
    return caret;
  }

  private readonly changed = (change: Change): void => {
    for (const client of [...change.added, ...change.updated]) {
      const state = this.awareness.getStates().get(client);
      const place = JSON.stringify(state?.cursor ?? null);
      if (client !== this.awareness.clientID && place !== this.places.get(client)) {
        this.places.set(client, place);
        const person = (state?.user as User | undefined)?.person ?? '';
        this.nameShown(person);
        this.follow.moved(person);
      }
    }
    change.removed.forEach((client) => this.places.delete(client));
    this.draw();
    this.announceLater();
  };

  /** The caret may be drawn anew at each move: what is remembered is who moved. */
  private nameShown(person: string): void {
    window.clearTimeout(this.moving.get(person));
    this.moving.set(
      person,
      window.setTimeout(() => {
        this.moving.delete(person);
        this.carets(person).forEach((caret) => caret.classList.remove('moving'));
      }, NAME_SHOWN),
    );
    this.carets(person).forEach((caret) => caret.classList.add('moving'));
    // The same caret may be put elsewhere, a moment after it is told.
    window.setTimeout(() => this.carets(person).forEach(fit), DRAWN_AFTER);
  }

  private carets(person: string): Element[] {
    return [...this.root.querySelectorAll<HTMLElement>('.ml-caret')].filter((caret) => caret.dataset.person === person);
  }

  private draw(): void {
    const here = new Map<string, User>();
    this.awareness.getStates().forEach((state, client) => {
      const user = state.user as User | undefined;
      if (client !== this.awareness.clientID && user?.person && user.person !== this.me) {
        here.set(user.person, { ...user, name: this.nameOf(user) });
      }
    });
    this.here = here;
    if (this.follow.person !== null && !here.has(this.follow.person)) {
      this.follow.end();
    }
    const users = [...here.values()];
    // A button that is drawn anew while one clicks it is not clicked: only who comes and goes changes them.
    const drawn = JSON.stringify(users);
    if (drawn === this.drawn) {
      return;
    }
    this.drawn = drawn;
    const focused = (document.activeElement as HTMLElement | null)?.closest<HTMLElement>('.ml-faces button')?.dataset.person;
    this.faces.hidden = users.length === 0;
    this.faces.setAttribute('aria-label', filled(this.words.here, users.map((user) => user.name).join(', ')));
    this.faces.replaceChildren(...users.slice(0, FACES).map((user) => this.face(user)));
    if (users.length > FACES) {
      this.faces.append(`+${users.length - FACES}`);
    }
    this.faces.append(this.note);
    this.pressed();
    if (focused) {
      [...this.faces.querySelectorAll('button')].find(({ dataset }) => dataset.person === focused)?.focus();
    }
  }

  private nameOf({ person, name }: User): string {
    if (name || !person) {
      return name ?? '';
    }
    return this.names.person(person, this.words.someone, () => {
      const called = this.nameOf({ person });
      this.carets(person).forEach((caret) => caret.querySelector('.name')!.replaceChildren(called));
      this.draw();
    });
  }

  private face(user: User): HTMLElement {
    const face = document.createElement('button');
    const name = user.name ?? '';
    face.type = 'button';
    face.className = 'ml-avatar small';
    face.dataset.hue = String(user.hue ?? 0);
    face.dataset.person = user.person;
    face.textContent = initials(name);
    face.title = filled(this.words['follow.person'], name);
    face.setAttribute('aria-label', face.title);
    // One’s own caret stays where it is.
    face.addEventListener('mousedown', (event) => event.preventDefault());
    face.addEventListener('click', () => {
      const before = this.follow.person;
      this.follow.end();
      if (before !== user.person) {
        this.follow.begin(user.person ?? '', name);
      }
    });
    return face;
  }

  private pressed(): void {
    const followed = this.follow.person;
    this.faces.querySelectorAll('button').forEach((face) => face.setAttribute('aria-pressed', String(face.dataset.person === followed)));
    this.note.textContent = followed === null ? '' : filled(this.words['follow.now'], this.here.get(followed)?.name ?? '');
  }

  private told(what: string, names: string[]): string[] {
    const { words } = this;
    if (names.length === 0) {
      return [];
    }
    const who =
      names.length > NAMED
        ? filled(words.people, names.length)
        : names.length === 1
          ? names[0]
          : filled(words.and, names.slice(0, -1).join(', '), names[names.length - 1]);
    return [filled((names.length > 1 && words[`${what}.many`]) || words[what], who)];
  }

  /** At most a sentence every five seconds, and none for somebody who only lost the line for a moment. */
  private announceLater(): void {
    if (this.timer === 0) {
      this.timer = window.setTimeout(() => {
        this.timer = 0;
        const now = new Map([...this.here].map(([person, user]) => [person, user.name ?? '']));
        const came = [...now].filter(([person]) => !this.announced.has(person)).map(([, name]) => name);
        const left = [...this.announced].filter(([person]) => !now.has(person)).map(([, name]) => name);
        this.announced = now;
        const sentences = [
          ...this.told(this.started ? 'came' : 'here', came),
          ...this.told('left', left),
        ];
        this.started = true;
        if (sentences.length > 0) {
          this.say(sentences.join(' '));
        }
      }, ANNOUNCED_EVERY);
    }
  }
}

function initials(name: string): string {
  const parts = name.split(/[\s-]+/).filter(Boolean);
  return [parts[0], parts.length > 1 ? parts[parts.length - 1] : '']
    .map((part) => part?.charAt(0).toLocaleUpperCase() ?? '')
    .join('');
}

/** A name at the edge of the window stands on the other side of its caret. */
function fit(caret: Element): void {
  caret.classList.remove('end');
  const right = caret.querySelector('.name')?.getBoundingClientRect().right ?? 0;
  caret.classList.toggle('end', right > document.documentElement.clientWidth - 4);
}
