/**
 * What references are called, for whoever looks: a text holds only what they point at. All that a page needs is asked at
 * once, and remembered for a while by all texts of the page.
 */
export type Shown = {
  /** Kind and identifier. */
  key: string;
  state: 'shown' | 'put_away' | 'reserved';
  icon: string;
  /** What it is called, or what stands for it. */
  label: string;
  /** Where it opens; empty when it is reserved. */
  path: string;
};
export type Suggested = Shown & { detail: string };

/** What the element asks of the server. */
export type NameServer = {
  resolve(keys: string): Promise<Shown[]>;
  suggest(sign: string, typed: string): Promise<Suggested[]>;
};

const PAUSE = 40;
const REMEMBERED = 60_000;
const AT_ONCE = 300;

const known = new Map<string, { shown: Shown; until: number }>();

/** As last told to this page. */
export function shownAs(key: string): Shown | undefined {
  return known.get(key)?.shown;
}

export class Names {
  private readonly wanted = new Set<string>();
  private readonly waiting = new Map<string, ((shown: Shown) => void)[]>();
  private timer = 0;

  constructor(private readonly server: () => NameServer | undefined) {}

  /** Somebody chose it from a list: it need not be asked for. */
  learn(shown: Shown): void {
    known.set(shown.key, { shown, until: Date.now() + REMEMBERED });
  }

  /** Calls with what it is called; at once when that is known. */
  ask(key: string, answer: (shown: Shown) => void): void {
    const remembered = known.get(key);
    if (remembered) {
      answer(remembered.shown);
      if (remembered.until > Date.now()) {
        return;
      }
    }
    this.waiting.set(key, [...(this.waiting.get(key) ?? []), answer]);
    this.wanted.add(key);
    if (this.timer === 0) {
      this.timer = window.setTimeout(() => this.send(), PAUSE);
    }
  }

  /**
   * What a person is called for whoever looks.
   *
   * @param otherwise while that is not known, and where it is not for whoever looks
   * @param told called when it has become known
   */
  person(id: string, otherwise: string, told: () => void): string {
    const key = `person:${id}`;
    const shown = shownAs(key);
    if (!shown) {
      this.ask(key, told);
    }
    return shown && shown.state !== 'reserved' ? shown.label : otherwise;
  }

  /** The same for several; those that nobody answers for are left out. */
  askAll(keys: string[]): Promise<Map<string, Shown>> {
    return new Promise((done) => {
      const answers = new Map<string, Shown>();
      const finish = window.setTimeout(() => done(answers), 3000);
      for (const key of keys) {
        this.ask(key, (shown) => {
          answers.set(key, shown);
          if (answers.size === keys.length) {
            window.clearTimeout(finish);
            done(answers);
          }
        });
      }
    });
  }

  suggest(sign: string, typed: string): Promise<Suggested[]> {
    return this.server()?.suggest(sign, typed) ?? Promise.resolve([]);
  }

  destroy(): void {
    window.clearTimeout(this.timer);
    this.waiting.clear();
  }

  private send(): void {
    this.timer = 0;
    const keys = [...this.wanted].slice(0, AT_ONCE);
    keys.forEach((key) => this.wanted.delete(key));
    if (this.wanted.size > 0) {
      this.timer = window.setTimeout(() => this.send(), PAUSE);
    }
    void this.server()
      ?.resolve(keys.join(' '))
      .then((answers) => {
        for (const shown of answers) {
          this.learn(shown);
          this.waiting.get(shown.key)?.forEach((answer) => answer(shown));
        }
        keys.forEach((key) => this.waiting.delete(key));
      });
  }
}
