/**
 * What others write and where they are, brought into the page in gulps that leave it time for whoever writes in it. With
 * few, everything shows as it comes; with fifty, each gulp redraws fifty carets, and what comes meanwhile waits a little.
 */
import * as decoding from 'lib0/decoding';
import type { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';

const SYNC = 0;
const AWARENESS = 1;
/** The step of a sync that is a change; the others answer questions and do not wait. */
const UPDATE = 2;
/** For each millisecond a gulp took, so many are left to the page. */
const SHARE = 4;
const LONGEST = 250;

type Handler = WebsocketProvider['messageHandlers'][number];

/** One that cannot be taken does not keep the others out. */
const attempt = (act: () => void): void => {
  try {
    act();
  } catch (failed) {
    reportError(failed);
  }
};

export class Arrivals {
  private changes: (() => void)[] = [];
  private moves: (() => void)[] = [];
  private timer = 0;
  private next = 0;

  constructor(private readonly provider: WebsocketProvider) {
    const handlers = provider.messageHandlers;
    const sync: Handler = handlers[SYNC];
    const awareness: Handler = handlers[AWARENESS];
    handlers[SYNC] = (answer, message, ...rest) => {
      if (decoding.peekVarUint(message) === UPDATE) {
        this.changes.push(() => sync(answer, message, ...rest));
        this.come();
      } else {
        this.bring();
        sync(answer, message, ...rest);
      }
    };
    handlers[AWARENESS] = (...message) => {
      this.moves.push(() => awareness(...message));
      this.come();
    };
  }

  /** Nothing is brought any more. */
  close(): void {
    window.clearTimeout(this.timer);
    this.changes = [];
    this.moves = [];
    this.next = Infinity;
  }

  private come(): void {
    const wait = this.next - performance.now();
    if (wait <= 0) {
      this.bring();
    } else if (this.timer === 0 && wait < Infinity) {
      this.timer = window.setTimeout(() => this.bring(), wait);
    }
  }

  private bring(): void {
    window.clearTimeout(this.timer);
    this.timer = 0;
    const { changes, moves } = this;
    if (changes.length + moves.length === 0) {
      return;
    }
    this.changes = [];
    this.moves = [];
    this.next = Infinity;
    const from = performance.now();
    // One transaction, so that the editor draws once. Places come after the words they point into.
    Y.transact(this.provider.doc, () => changes.forEach(attempt), this.provider, false);
    moves.forEach(attempt);
    // Carets are drawn in a turn of their own, before this one.
    window.setTimeout(() => {
      const now = performance.now();
      this.next = now + Math.min(LONGEST, (now - from) * SHARE);
      if (this.changes.length + this.moves.length > 0) {
        this.come();
      }
    });
  }
}
