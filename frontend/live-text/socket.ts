/**
 * The way to the server, in the shape of a WebSocket: a WebSocket where it gets through, else a stream of events and
 * posts that carry the same messages. A way is taken as open when something has come by it; one that stays mute, as
 * behind certain proxies, is given up, and the next attempt takes the other.
 */
const MUTE_FOR = 6000;
const GONE = 1006;
/** What the server takes as one message, and in one post. It is not asked: a line that is ended in the middle may not say why. */
const LARGEST = 4 * 1024 * 1024 - 64;
const SYNC = 0;
const SYNC_QUESTION = 0;

/** From one attempt to the next: whether the stream comes next. */
let streamNext = false;
/** Where WebSockets have got through once, a failure means that nothing does. */
let socketsWork = false;

/** The codes with which the server says why it ends a visit. */
export const Code = { NO_SESSION: 4401, NO_RIGHT: 4403, OLD_FORMAT: 4409, NOT_TAKEN: 4413, TOO_MANY: 4429 } as const;

/** What an answer to a post says, as such a code. */
const ANSWERS: Record<number, number> = { 401: Code.NO_SESSION, 413: Code.NOT_TAKEN };

export class ServerSocket {
  static readonly CONNECTING = 0;
  static readonly OPEN = 1;
  static readonly CLOSING = 2;
  static readonly CLOSED = 3;
  readonly OPEN = ServerSocket.OPEN;

  binaryType = 'arraybuffer';
  readyState: number = ServerSocket.CONNECTING;
  onopen: (() => void) | null = null;
  onmessage: ((event: { data: ArrayBuffer }) => void) | null = null;
  onclose: ((event: { code: number; reason: string }) => void) | null = null;
  onerror: ((event: Event) => void) | null = null;

  /** How many messages that write were sent, as the server counts them. */
  writes = 0;
  /** Whether everything this page knows was sent: the answer to the server's question. */
  wroteAll = false;
  readonly byStream: boolean;

  private readonly way: Way;
  private readonly mute: number;

  constructor(address: string) {
    this.byStream = streamNext;
    this.way = this.byStream ? new Stream(address, this) : new Socket(address, this);
    this.mute = window.setTimeout(() => this.ended(GONE, false), MUTE_FOR);
  }

  send(message: Uint8Array): void {
    if (message.length > LARGEST) {
      queueMicrotask(() => this.ended(Code.NOT_TAKEN, true));
      return;
    }
    if (message[0] === SYNC && message[1] !== SYNC_QUESTION) {
      this.writes++;
      this.wroteAll ||= message[1] === 1;
    }
    this.way.send(message);
  }

  close(): void {
    this.readyState = ServerSocket.CLOSED;
    window.clearTimeout(this.mute);
    this.way.close();
  }

  opened(): void {
    if (this.readyState === ServerSocket.CONNECTING) {
      this.readyState = ServerSocket.OPEN;
      this.onopen?.();
    }
  }

  received(data: ArrayBuffer): void {
    window.clearTimeout(this.mute);
    streamNext = this.byStream;
    socketsWork ||= !this.byStream;
    this.onmessage?.({ data });
  }

  /** @param told whether the server itself said so */
  ended(code: number, told: boolean): void {
    if (this.readyState === ServerSocket.CLOSED) {
      return;
    }
    const heard = this.readyState === ServerSocket.OPEN && told;
    this.close();
    if (!heard) {
      streamNext = !this.byStream && !socketsWork;
    }
    this.onclose?.({ code, reason: '' });
  }
}

interface Way {
  send(message: Uint8Array): void;
  close(): void;
}

class Socket implements Way {
  private readonly socket: WebSocket;

  constructor(address: string, owner: ServerSocket) {
    this.socket = new WebSocket(address);
    this.socket.binaryType = 'arraybuffer';
    let heard = false;
    this.socket.onopen = () => owner.opened();
    this.socket.onmessage = (event) => {
      heard = true;
      owner.received(event.data as ArrayBuffer);
    };
    this.socket.onclose = (event) => owner.ended(event.code, heard || event.code >= 4000);
  }

  send(message: Uint8Array): void {
    this.socket.send(message as Uint8Array<ArrayBuffer>);
  }

  close(): void {
    this.socket.onclose = null;
    this.socket.close();
  }
}

class Stream implements Way {
  private readonly events: EventSource;
  private readonly address: URL;
  private name = '';
  private waiting: Uint8Array[] = [];
  private sending = false;
  private heard = false;

  constructor(
    address: string,
    private readonly owner: ServerSocket,
  ) {
    this.address = new URL(address.replace(/^ws/, 'http'));
    this.address.pathname += '/flux';
    this.events = new EventSource(this.address);
    // “open” is both the browser's own event and the server's, which brings the name of the stream.
    this.events.addEventListener('open', (event) => {
      if (event instanceof MessageEvent) {
        this.name = event.data as string;
        owner.opened();
        void this.post();
      }
    });
    this.events.addEventListener('message', (event) => {
      this.heard = true;
      owner.received(Uint8Array.from(atob(event.data as string), (letter) => letter.charCodeAt(0)).buffer);
    });
    this.events.addEventListener('close', (event) => owner.ended(Number((event as MessageEvent).data), true));
    this.events.onerror = () => owner.ended(GONE, this.heard);
  }

  send(message: Uint8Array): void {
    this.waiting.push(message);
    void this.post();
  }

  /** One post after the other, each with as much of what waits as is taken, so that nothing overtakes. */
  private async post(): Promise<void> {
    if (this.sending || !this.name || this.waiting.length === 0) {
      return;
    }
    this.sending = true;
    let bytes = 0;
    const rest = this.waiting.findIndex((message, i) => (bytes += message.length + 5) > LARGEST && i > 0);
    const messages = this.waiting.splice(0, rest < 0 ? this.waiting.length : rest);
    const address = new URL(this.address);
    address.pathname += `/${this.name}`;
    address.search = '';
    try {
      const answer = await fetch(address, {
        method: 'POST',
        headers: { 'Content-Type': 'application/octet-stream' },
        body: new Blob(messages.flatMap((message) => [lengthOf(message), message]) as BlobPart[]),
        credentials: 'same-origin',
        redirect: 'error',
      });
      if (!answer.ok) {
        this.owner.ended(ANSWERS[answer.status] ?? GONE, this.heard);
      }
    } catch {
      this.owner.ended(GONE, this.heard);
    }
    this.sending = false;
    void this.post();
  }

  close(): void {
    this.name = '';
    this.waiting = [];
    this.events.close();
  }
}

/** The length before a message: seven bits a byte, least first. */
function lengthOf(message: Uint8Array): Uint8Array {
  const bytes: number[] = [];
  let rest = message.length;
  while (rest > 127) {
    bytes.push((rest & 127) | 128);
    rest >>>= 7;
  }
  bytes.push(rest);
  return Uint8Array.from(bytes);
}
