/** The editor of one text: what is loaded only on the pages that show one. */
import { Editor, Extension } from '@tiptap/core';
import { Collaboration } from '@tiptap/extension-collaboration';
import { CollaborationCaret } from '@tiptap/extension-collaboration-caret';
import { About, type AboutSetting } from './about';
import { BREAK, breaks, type Called } from './breaks';
import { LostWords } from './lost';
import { Names, type NameServer } from './names';
import { cleaned } from './paste';
import { People } from './people';
import { PICTURE, type PictureServer } from './picture';
import { Room, type State } from './room';
import { schema } from './schema';
import { Suggest } from './suggest';
import { Toolbar } from './toolbar';
import { filled, type Words } from './words';

export type Setting = AboutSetting & {
  /** Where the text is, from the root of the site. */
  path: string;
  /** What the text is, for those who listen. */
  label: string;
  writing: boolean;
  /** Who looks. */
  person?: string;
  /** Whether there are files among which a picture may be chosen. */
  pictures: boolean;
  /** Of what it is a text. */
  item: string;
  firstHeading: number;
  words: Words;
};

const ICONS: Partial<Record<State, string>> = { saved: 'check', offline: 'wifi-off', ended: 'lock', signedOut: 'lock', outdated: 'refresh-cw', tooMany: 'refresh-cw', readOnly: 'lock', notTaken: 'refresh-cw' };
/** Said aloud; that something is being saved, or is, need not be. */
const SAID: State[] = ['offline', 'ended', 'signedOut', 'outdated', 'tooMany', 'readOnly', 'notTaken'];
/** What several texts of a page say within that is one thing to say. */
const AT_ONCE = 5000;
let toldForAll = { sentence: '', at: -Infinity };
const COUNT_AFTER = 400;
/** What is pasted at once, in bytes of the change it makes, roughly: the server takes four mebibytes. */
const LONGEST_PASTE = 3_500_000;
/** Bytes of a change for each paragraph, line or cell, beside its letters. */
const OF_A_BLOCK = 120;
const BLOCKS = /<(?:p|div|li|td|th|br|h[1-6])[\s>/]|\n/gi;
/** Heading keys by where they are: on a French keyboard Ctrl+Alt with a digit types something else. */
const HEADING_KEYS: Record<string, 2 | 3> = { Digit2: 2, Digit3: 3 };

export class Writing {
  private readonly room: Room;
  private readonly editor: Editor;
  private readonly toolbar: Toolbar;
  private readonly people: People;
  private readonly about: About;
  private readonly names: Names;
  private readonly suggest: Suggest;
  private readonly lost: LostWords;
  private readonly surface = document.createElement('div');
  private readonly status = document.createElement('span');
  private readonly count = document.createElement('span');
  private readonly voice = document.createElement('span');
  private readonly note = document.createElement('p');
  private counting = 0;
  private caretWanted = false;
  private said: State | null = null;

  /** @param anew called when what was written last stands only here and must go; with whether one may still write */
  constructor(
    private readonly host: HTMLElement,
    private readonly setting: Setting,
    private readonly anew: (writing: boolean) => void,
  ) {
    const { words } = setting;
    this.room = Room.enter(setting.path, setting.person);
    this.voice.className = 'ml-visually-hidden';
    this.voice.setAttribute('aria-live', 'polite');
    this.names = new Names(() => this.server());
    const called: Called = (person, told) => this.names.person(person, words.someone, told);
    this.about = new About(setting, host, (sentence) => this.tell(sentence), () => this.shown(), called);
    this.people = new People(host, this.room.provider.awareness, words, (sentence) => this.tell(sentence), setting.person, this.names);
    this.suggest = new Suggest(this.names, words, () => this.editor?.isEditable && !this.about.proposing, (sentence) => this.tell(sentence));
    this.lost = new LostWords(words, (sentence) => this.tell(sentence), () => this.room.dismiss());
    this.surface.className = 'ml-live-surface';
    this.note.className = 'ml-live-note';
    this.note.setAttribute('role', 'alert');
    this.editor = this.open();
    this.about.attach(this.editor);
    this.toolbar = new Toolbar(this.editor, words, setting.label, {
      refer: (sign) => this.suggest.begin(this.editor, sign),
      picture: setting.pictures ? () => this.server()?.pictures() : null,
    });
    this.status.className = 'ml-save';
    this.count.className = 'ml-faint ml-small';
    const foot = document.createElement('div');
    foot.className = 'ml-live-foot';
    foot.append(this.count, ...this.about.foot(), this.people.faces, this.status);
    host.replaceChildren(this.toolbar.element, ...this.about.strip(), this.surface, this.note, this.lost.element, foot, ...this.about.panel(), this.suggest.list, this.voice);
    this.room.addEventListener('state', this.shown);
    this.room.addEventListener('loaded', this.shown);
    this.room.addEventListener('lost', this.lose);
    this.lose();
    this.editor.on('update', this.countLater);
    this.shown();
  }

  write(writing: boolean): void {
    if (writing !== this.setting.writing) {
      this.setting.writing = writing;
      this.room.reconnect();
      this.shown();
    }
  }

  /** Puts a picture where the caret is, or was. */
  picture(id: string, alt: string): void {
    const { selection, doc } = this.editor.state;
    if (this.editor.isEditable) {
      // Under the last block there is nowhere to go on writing: a line comes with it.
      const line = selection.$to.index(0) >= doc.childCount - 1 ? [{ type: 'paragraph' }] : [];
      this.editor.chain().focus().insertContent([{ type: PICTURE, attrs: { id, alt } }, ...line]).run();
    }
  }

  private server(): (NameServer & PictureServer) | undefined {
    return (this.host as HTMLElement & { $server?: NameServer & PictureServer }).$server;
  }

  /** The threads about this text that are open now. */
  threads(open: string[]): void {
    this.about.threads(open);
  }

  /** Puts the caret at the end, once the text is there and may be written. */
  focus(): void {
    this.caretWanted = true;
    this.shown();
  }

  destroy(): void {
    this.about.destroy();
    window.clearTimeout(this.counting);
    this.room.removeEventListener('state', this.shown);
    this.room.removeEventListener('loaded', this.shown);
    this.room.removeEventListener('lost', this.lose);
    this.people.destroy();
    this.toolbar.destroy();
    this.editor.destroy();
    this.names.destroy();
    this.room.leave();
    this.host.replaceChildren();
  }

  private open(): Editor {
    const { words, label, firstHeading } = this.setting;
    const keys = Extension.create({
      name: 'keys',
      addKeyboardShortcuts: () => ({
        'Mod-k': () => {
          if (!this.about.proposing) {
            this.toolbar.openLink();
          }
          return true;
        },
        'Alt-F10': () => {
          (this.about.wayOut ?? this.toolbar.element.querySelector<HTMLElement>('button[tabindex="0"]'))?.focus();
          return true;
        },
      }),
    });
    return new Editor({
      element: this.surface,
      injectCSS: false, // styles.css has what is needed
      editable: false,
      enableContentCheck: true,
      onContentError: ({ disableCollaboration }) => {
        disableCollaboration();
        this.room.outdated();
      },
      editorProps: {
        attributes: {
          class: 'ml-prose',
          role: 'textbox',
          'aria-multiline': 'true',
          'aria-label': label,
          // Tab moves within lists and tables: that is the way out of them.
          'aria-keyshortcuts': 'Alt+F10',
          'data-empty': words.empty,
        },
        transformPastedHTML: cleaned,
        handlePaste: (_view, event) => this.tooLong(event.clipboardData),
        handleDrop: (_view, event) => this.tooLong(event.dataTransfer),
        handleKeyDown: (_view, event) => {
          const level = event.ctrlKey && event.altKey && !event.getModifierState('AltGraph') ? HEADING_KEYS[event.code] : undefined;
          return level !== undefined && this.editor.commands.toggleHeading({ level });
        },
        transformPastedText: (text) => text.replaceAll(BREAK, '\n'),
      },
      extensions: [
        ...schema(firstHeading, words.task, this.names, () => this.server(), this.setting.item),
        Collaboration.configure({ document: this.room.doc }),
        CollaborationCaret.configure({
          provider: this.room.provider,
          user: {},
          render: (user) => this.people.caret(user),
          selectionRender: (user) => ({ nodeName: 'span', class: 'ml-selection', 'data-hue': String(user.hue ?? 0) }),
        }),
        breaks(words, (person, told) => this.names.person(person, words.someone, told)),
        ...this.about.extensions(),
        this.suggest.extension(),
        keys,
      ],
    });
  }

  private tooLong(data: DataTransfer | null): boolean {
    const plain = data?.getData('text/plain') ?? '';
    const blocks = (data?.getData('text/html') || plain).match(BLOCKS)?.length ?? 0;
    const long = plain.length + blocks * OF_A_BLOCK > LONGEST_PASTE;
    this.note.textContent = long ? this.setting.words.pasteTooLong : '';
    if (long) {
      this.note.scrollIntoView({ block: 'nearest' });
    }
    return long;
  }

  private readonly lose = (): void => {
    const within = this.lost.hasFocus;
    this.lost.show(this.room.lost);
    if (within && !this.lost.hasFocus) {
      const text = this.editor.view.dom;
      if (!this.editor.isEditable) {
        text.tabIndex = -1;
      }
      text.focus({ preventScroll: true });
      this.tell(this.setting.words['lost.closed']);
    }
  };

  private readonly shown = (): void => {
    const { words } = this.setting;
    const { state } = this.room;
    if ((state === 'readOnly' || state === 'notTaken') && state !== this.said) {
      this.anew(state === 'notTaken');
    }
    const writable = this.setting.writing && this.room.loaded && ['saved', 'saving', 'offline', 'signedOut'].includes(state);
    if (this.editor.isEditable !== writable) {
      this.editor.setEditable(writable, false);
    }
    if (writable && this.caretWanted) {
      this.caretWanted = false;
      this.editor.commands.focus('end');
    }
    this.host.classList.toggle('writing', this.setting.writing);
    this.surface.setAttribute('aria-busy', String(!this.room.loaded));
    this.surface.querySelector('.ml-prose')?.setAttribute('aria-readonly', String(!writable));
    this.about.may(this.setting.writing, writable);
    this.toolbar.element.hidden = !this.setting.writing || !writable || this.about.proposing;
    // When the right has ended, so has the sight.
    this.surface.hidden = state === 'ended';
    this.count.hidden = state === 'ended';
    this.host.dataset.state = state;
    this.host.dataset.transport = this.room.byStream ? 'stream' : 'socket';
    const quiet = !this.setting.writing && (state === 'saved' || state === 'saving');
    this.status.className = `ml-save ${state === 'offline' ? 'offline' : SAID.includes(state) ? 'refused' : ''}`;
    const icon = ICONS[state];
    this.status.innerHTML = quiet || !icon ? '' : `<svg aria-hidden="true"><use href="icons/icons.svg#${icon}"></use></svg>`;
    const sentence = (!this.setting.writing && words[`state.${state}.reading`]) || words[`state.${state}`];
    if (!quiet) {
      this.status.append(sentence);
    }
    if (state === 'signedOut') {
      this.status.append(' ', this.signIn());
    }
    if (SAID.includes(state) && this.said !== state) {
      this.tellForAll(sentence);
    } else if (this.said === 'offline' && state === 'saved') {
      this.tellForAll(words['state.saved']);
    }
    this.said = state === 'saving' ? this.said : state;
    this.countNow();
  };

  private signIn(): HTMLElement {
    const link = document.createElement('a');
    link.href = 'login';
    link.target = '_blank';
    link.setAttribute('router-ignore', '');
    link.textContent = this.setting.words.signIn;
    return link;
  }

  private readonly countLater = (): void => {
    window.clearTimeout(this.counting);
    this.counting = window.setTimeout(() => this.countNow(), COUNT_AFTER);
  };

  private countNow(): void {
    const { words } = this.setting;
    const text = this.editor.state.doc.textBetween(0, this.editor.state.doc.content.size, ' ', ' ').trim();
    const number = text ? text.split(/\s+/).length : 0;
    const shown = new Intl.NumberFormat(document.documentElement.lang || 'fr').format(number);
    this.count.textContent = number === 0 ? '' : filled(number === 1 ? words.word : words.words, shown);
    this.host.classList.toggle('blank', this.room.loaded && !text && this.editor.state.doc.childCount <= 1);
  }

  private tell(sentence: string): void {
    this.voice.textContent = sentence;
  }

  /** What holds for all texts of a page is said once. */
  private tellForAll(sentence: string): void {
    const now = performance.now();
    if (sentence !== toldForAll.sentence || now - toldForAll.at > AT_ONCE) {
      toldForAll = { sentence, at: now };
      this.tell(sentence);
    }
  }
}
