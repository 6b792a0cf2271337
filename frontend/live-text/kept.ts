/**
 * What somebody wrote in a text and the server has not acknowledged, kept in their browser: it survives a reload, a
 * crash and the end of a session. Nothing else of the text is kept. It goes when it is saved, when they sign out, when
 * they may not read the text any more, when somebody else opens a text in this browser, and after thirty days.
 */
import { fromBase64, toBase64 } from 'lib0/buffer';
import * as Y from 'yjs';
import '../sign-out';
import { keys, PREFIX, read, remove, sweep, write, written, type Note } from './notes';

const DAYS = 30 * 86_400_000;
/** What is acknowledged before that is never written down. */
const DELAY = 300;

type Unsaved = Note & { update: string };

export class Kept {
  private readonly mine: string;
  private readonly key: string;
  /** What other windows left, by key, as it was taken up here. */
  private readonly left = new Map<string, string>();
  private unsaved: Uint8Array | null = null;
  private timer = 0;
  private over = false;

  /**
   * @param person whose words they are
   * @param text the address of the text
   * @param doc its document: each window keeps what was written in it apart from others
   */
  constructor(person: string, text: string, doc: Y.Doc) {
    this.mine = `${PREFIX}${person}.${text}.`;
    this.key = this.mine + doc.clientID;
    sweep(person, Date.now() - DAYS);
    window.addEventListener('pagehide', this.write);
    window.addEventListener('maillage-sign-out', this.forget);
  }

  /** What is left of other windows, or of this one before it was loaded anew. */
  takeUp(): Uint8Array[] {
    const updates: Uint8Array[] = [];
    for (const key of keys(this.mine)) {
      const note = read<Unsaved>(key);
      if (note && key !== this.key) {
        this.left.set(key, written(key)!);
        updates.push(fromBase64(note.update));
      }
    }
    return updates;
  }

  /** What this window wrote and nobody has acknowledged. */
  get waiting(): Uint8Array[] {
    return this.unsaved ? [this.unsaved] : [];
  }

  add(update: Uint8Array): void {
    this.unsaved = this.unsaved ? Y.mergeUpdates([this.unsaved, update]) : update;
    this.timer ||= window.setTimeout(this.write, DELAY);
  }

  /** Nothing of it waits any more: the server has it all, or it was set aside. */
  settled(): void {
    this.unsaved = null;
    this.done();
    remove(this.key);
    for (const [key, value] of this.left) {
      // A window that is still open may have written more since.
      if (written(key) === value) {
        remove(key);
      }
    }
    this.left.clear();
  }

  /** None of it may stay here. */
  readonly forget = (): void => {
    this.over = true;
    this.unsaved = null;
    this.left.clear();
    this.done();
    keys(this.mine).forEach(remove);
  };

  close(): void {
    this.write();
    window.removeEventListener('pagehide', this.write);
    window.removeEventListener('maillage-sign-out', this.forget);
  }

  /** Writes down at once what waits. */
  readonly write = (): void => {
    this.done();
    if (!this.unsaved || this.over) {
      return;
    }
    write<Unsaved>(this.key, { at: Date.now(), update: toBase64(this.unsaved) });
  };

  private done(): void {
    window.clearTimeout(this.timer);
    this.timer = 0;
  }
}
