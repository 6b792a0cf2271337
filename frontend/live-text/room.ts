/**
 * A text that is open in this page: its shared document, the line to the server, and what is known of both. It outlives
 * the element that shows it for as long as something of it is not saved.
 */
import * as decoding from 'lib0/decoding';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { Arrivals } from './arrivals';
import { Kept } from './kept';
import { Aside, broughtInto, missingFrom, wordsOf, type Lost } from './lost';
import { Code, ServerSocket } from './socket';

/** Which nodes and marks this page knows: raised when there are new ones, so that old pages do not remove them. */
const SCHEMA = '4';
const DURABLE = 8;
/** A line that is away for less is not worth a word. */
const PATIENCE = 1500;
/** What was sent and is not acknowledged by then will not be by this line. */
const DEAF_AFTER = 8000;

export type State = 'connecting' | 'saved' | 'saving' | 'offline' | 'ended' | 'signedOut' | 'outdated' | 'tooMany' | 'readOnly' | 'notTaken';

const rooms = new Map<string, Room>();

export class Room extends EventTarget {
  readonly doc = new Y.Doc();
  readonly provider: WebsocketProvider;
  state: State = 'connecting';
  /** Whether the text itself has arrived. */
  loaded = false;
  private unsaved = false;
  private away = false;
  /** Whether the server takes what is sent and does not say that it has stored it. */
  private unanswered = false;
  private over: State | null = null;
  private users = 0;
  private later = 0;
  private deaf = 0;
  private readonly kept: Kept | null;
  private readonly aside: Aside | null;
  /** What was told as removed, letter by letter. */
  private readonly removed = new Set<string>();
  private readonly arrivals: Arrivals;

  /**
   * The room of a text, the one that is open already if there is one.
   *
   * @param person who looks: for nobody else is it opened, and what they write is kept in this browser until it is saved
   */
  static enter(path: string, person?: string): Room {
    const room = rooms.get(path) ?? new Room(path, person);
    rooms.set(path, room);
    room.users++;
    const { awareness } = room.provider;
    if (awareness.getLocalState() === null) {
      awareness.setLocalState({});
    }
    return room;
  }

  private constructor(
    private readonly path: string,
    person?: string,
  ) {
    super();
    this.kept = person ? new Kept(person, path, this.doc) : null;
    this.aside = person ? new Aside(person, path) : null;
    const address = new URL(path, document.baseURI);
    address.protocol = address.protocol.replace('http', 'ws');
    const cut = address.href.lastIndexOf('/');
    this.provider = new WebsocketProvider(address.href.slice(0, cut), address.href.slice(cut + 1), this.doc, {
      params: { durable: '1', schema: SCHEMA, ...(person ? { person } : {}) },
      WebSocketPolyfill: ServerSocket as unknown as typeof WebSocket,
      disableBc: true,
      maxBackoffTime: 5000,
      connect: false,
    });
    this.arrivals = new Arrivals(this.provider);
    this.provider.messageHandlers[DURABLE] = (_answer, message) => this.told(message);
    this.provider.on('status', ({ status }) => this.line(status === 'connected'));
    this.provider.on('connection-close', () => this.line(false));
    this.provider.on('sync', (synced) => {
      if (synced) {
        this.takeUp();
        this.dispatchEvent(new Event('loaded'));
        this.changed();
      }
    });
    this.provider.on('closed', ({ code }) => this.closed(code));
    this.doc.on('update', (update, origin) => {
      if (origin !== this.provider) {
        this.unsaved = true;
        this.kept?.add(update);
        this.listenForAnswer();
        this.changed();
      }
    });
    window.addEventListener('beforeunload', this.unloading);
    window.addEventListener('focus', this.returned);
    window.addEventListener('online', this.returned);
    this.provider.connect();
  }

  get byStream(): boolean {
    return (this.provider.ws as unknown as ServerSocket | null)?.byStream ?? false;
  }

  /** Words of whoever looks that will not be in the text, until they are done with them. */
  get lost(): Lost[] {
    return this.aside?.all ?? [];
  }

  /** Whoever typed the words that are lost is done with them. */
  dismiss(): void {
    this.aside?.drop();
    this.dispatchEvent(new Event('lost'));
  }

  private lose(why: Lost['why'], words: string): void {
    if (words) {
      this.aside?.put({ why, words });
      this.dispatchEvent(new Event('lost'));
    }
  }

  /**
   * The text is as the server has it: what was written without a line comes to it. Whoever may write was asked for that
   * first; who was not may not write any more.
   */
  private takeUp(): void {
    const left = this.loaded ? [] : (this.kept?.takeUp() ?? []);
    this.loaded = true;
    if ((this.provider.ws as unknown as ServerSocket | null)?.wroteAll) {
      this.lose('removed', broughtInto(this.doc, left, this.kept?.waiting ?? [], this, this.removed));
      if (this.unsaved) {
        this.listenForAnswer();
      }
    } else if (this.unsaved) {
      this.refused();
    } else if (left.length > 0) {
      this.lose('refused', missingFrom(this.doc, left));
      this.kept?.settled();
    }
  }

  /** The right to write has ended. What was typed since stands only here: the text is opened anew, and says so. */
  private refused(): void {
    this.unsaved = false;
    this.kept?.write();
    this.end('readOnly');
  }

  /** The server does not take what is sent, and would not the next time: the text is opened anew without it. */
  private notTaken(): void {
    this.lose('tooLong', wordsOf(this.kept?.waiting ?? []));
    this.unsaved = false;
    this.kept?.settled();
    this.end('notTaken');
  }

  /** Asks the server anew for what one may do. */
  reconnect(): void {
    this.over = null;
    this.provider.disconnect();
    this.provider.connect();
  }

  /** This page cannot show what the text holds; it must be loaded anew. */
  outdated(): void {
    this.end('outdated');
    this.provider.disconnect();
  }

  /** Nobody looks any more; what is not saved yet still is. */
  leave(): void {
    this.users--;
    if (this.users === 0) {
      this.provider.awareness.setLocalState(null);
    }
    this.closeIfDone();
  }

  private closeIfDone(): void {
    if (this.users > 0 || (this.unsaved && this.over === null)) {
      return;
    }
    if (rooms.get(this.path) === this) {
      rooms.delete(this.path);
    }
    window.clearTimeout(this.later);
    window.clearTimeout(this.deaf);
    window.removeEventListener('beforeunload', this.unloading);
    window.removeEventListener('focus', this.returned);
    window.removeEventListener('online', this.returned);
    this.kept?.close();
    this.arrivals.close();
    this.provider.destroy();
    this.doc.destroy();
  }

  private told(message: decoding.Decoder): void {
    const taken = decoding.readVarUint(message) === 1;
    const write = decoding.readVarUint(message);
    if (!taken) {
      this.refused();
      return;
    }
    const socket = this.provider.ws as unknown as ServerSocket | null;
    window.clearTimeout(this.deaf);
    if (this.unanswered) {
      this.unanswered = false;
      this.line(true);
    }
    if (socket?.wroteAll && write >= socket.writes) {
      this.unsaved = false;
      this.kept?.settled();
      this.changed();
      this.closeIfDone();
    } else if (this.unsaved) {
      this.listenForAnswer();
    }
  }

  private listenForAnswer(): void {
    window.clearTimeout(this.deaf);
    this.deaf = window.setTimeout(() => {
      if (this.unsaved && this.provider.wsconnected) {
        this.away = true;
        this.unanswered = true;
        this.changed();
        (this.provider.ws as unknown as ServerSocket).ended(1006, true);
      }
    }, DEAF_AFTER);
  }

  private line(open: boolean): void {
    window.clearTimeout(this.later);
    if (open) {
      this.away = this.unanswered && this.unsaved;
      this.changed();
    } else {
      this.later = window.setTimeout(() => {
        this.away = true;
        this.changed();
      }, PATIENCE);
    }
  }

  private closed(code: number): void {
    if (code === Code.NO_SESSION) {
      this.end('signedOut');
    } else if (code === Code.NO_RIGHT) {
      this.kept?.forget();
      this.dismiss();
      this.end('ended');
    } else if (code === Code.TOO_MANY) {
      this.end('tooMany');
    } else if (code === Code.NOT_TAKEN && this.unsaved) {
      this.notTaken();
    } else {
      this.end('outdated');
    }
  }

  private end(state: State): void {
    this.over = state;
    if (state === 'readOnly' || state === 'notTaken') {
      rooms.delete(this.path);
    }
    this.changed();
    this.closeIfDone();
  }

  private changed(): void {
    const state = this.now();
    if (state !== this.state) {
      this.state = state;
      this.dispatchEvent(new Event('state'));
    }
  }

  private now(): State {
    if (this.over !== null) {
      return this.over;
    }
    if (this.away) {
      return 'offline';
    }
    if (!this.loaded) {
      return 'connecting';
    }
    return this.unsaved ? 'saving' : 'saved';
  }

  private readonly unloading = (event: BeforeUnloadEvent): void => {
    if (this.unsaved && this.over !== 'ended') {
      event.preventDefault();
    }
  };

  private readonly returned = (): void => {
    if (this.over === 'signedOut') {
      this.over = null;
      this.changed();
    }
    if (this.over === null) {
      this.provider.connect();
    }
  };
}
