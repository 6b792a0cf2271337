/**
 * Comments on words of a text: shows which words are spoken of, and asks the server to show what is said or to begin a
 * thread. Which words are meant is told by who wrote their first and last character when, so that it holds whatever
 * others write meanwhile.
 */
import { Extension, type Editor } from '@tiptap/core';
import { Plugin, PluginKey, type EditorState } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import { absolutePositionToRelativePosition, ySyncPluginKey } from '@tiptap/y-tiptap';
import { filled, type Words } from './words';

export type CommentSetting = {
  /** Whether one may say something. */
  may: boolean;
  /** The threads about this text that are not closed. */
  open: string[];
};

/** What the element asks of the server. */
export type Server = { comment(first: string, last: string): void; propose(first: string, last: string): void; threads(ids: string): void };

const key = new PluginKey<DecorationSet>('ml-comments');

export class Comments {
  readonly write = document.createElement('button');
  /** For those who may not write themselves: other words for these, which somebody who may write accepts or refuses. */
  readonly propose = document.createElement('button');
  readonly all = document.createElement('button');
  private open: Set<string>;
  private editor: Editor | null = null;

  constructor(
    private readonly setting: CommentSetting,
    private readonly words: Words,
    private readonly server: () => Server | undefined,
    private readonly say: (sentence: string) => void,
  ) {
    this.open = new Set(setting.open);
    for (const button of [this.write, this.propose, this.all]) {
      button.type = 'button';
      button.className = 'ml-foot-button';
    }
    this.write.textContent = words['comment.write'];
    this.write.title = 'Ctrl+Alt+M';
    this.write.setAttribute('aria-keyshortcuts', 'Control+Alt+M');
    this.write.hidden = !setting.may;
    this.propose.textContent = words['proposal.mode'];
    this.propose.hidden = true;
    this.propose.addEventListener('click', () => this.proposeHere());
    // The selection stays while one clicks.
    [this.write, this.propose].forEach((button) => button.addEventListener('mousedown', (event) => event.preventDefault()));
    this.write.addEventListener('click', () => this.begin());
    this.all.addEventListener('click', () => this.server()?.threads(''));
    this.shown();
  }

  attach(editor: Editor): void {
    this.editor = editor;
  }

  /** Whether one writes here oneself. */
  writes(writing: boolean): void {
    this.propose.hidden = writing || !this.setting.may;
  }

  threads(open: string[]): void {
    this.open = new Set(open);
    this.shown();
    if (this.editor && !this.editor.isDestroyed) {
      this.editor.view.dispatch(this.editor.state.tr.setMeta(key, true).setMeta('addToHistory', false));
    }
  }

  private shown(): void {
    this.all.hidden = this.open.size === 0;
    this.all.textContent = filled(this.words[this.open.size === 1 ? 'comment.one' : 'comment.many'], this.open.size);
  }

  extension(): Extension {
    const plugin = new Plugin<DecorationSet>({
      key,
      state: {
        init: (_config, state) => this.drawn(state),
        apply: (tr, before, _old, state) => (tr.docChanged || tr.getMeta(key) ? this.drawn(state) : before),
      },
      props: {
        decorations: (state) => key.getState(state),
        handleClick: (view, _pos, event) => {
          const spoken = (event.target as Element | null)?.closest?.('.ml-commented');
          if (spoken instanceof HTMLElement && view.state.selection.empty) {
            this.server()?.threads(spoken.dataset.threads ?? '');
          }
          return false;
        },
      },
    });
    return Extension.create({
      name: 'comments',
      addProseMirrorPlugins: () => [plugin],
      addKeyboardShortcuts: () => ({
        'Mod-Alt-m': () => {
          this.begin();
          return true;
        },
      }),
    });
  }

  private drawn(state: EditorState): DecorationSet {
    const found: Decoration[] = [];
    state.doc.descendants((node, pos) => {
      const ids = node.marks.find((mark) => mark.type.name === 'comment')?.attrs.ids as string | undefined;
      const open = ids?.split(' ').filter((id) => this.open.has(id)) ?? [];
      if (open.length > 0) {
        found.push(Decoration.inline(pos, pos + node.nodeSize, { nodeName: 'mark', class: 'ml-commented', 'data-threads': open.join(' ') }));
      }
    });
    return DecorationSet.create(state.doc, found);
  }

  private proposeHere(): void {
    const ends = this.editor && !this.editor.state.selection.empty ? range(this.editor.state) : null;
    if (ends) {
      this.server()?.propose(...ends);
    } else {
      this.say(this.words['proposal.select']);
    }
  }

  /** Begins a thread about the selected words; without a selection, opens the one the caret stands in. */
  private begin(): void {
    const { editor } = this;
    if (!editor) {
      return;
    }
    const { selection } = editor.state;
    if (selection.empty) {
      const here = (selection.$from.marks().find((mark) => mark.type.name === 'comment')?.attrs.ids as string | undefined)
        ?.split(' ')
        .filter((id) => this.open.has(id));
      if (here?.length) {
        this.server()?.threads(here.join(' '));
      } else {
        this.say(this.words['comment.select']);
      }
      return;
    }
    const ends = range(editor.state);
    if (ends && this.setting.may) {
      this.server()?.comment(...ends);
    }
  }
}

/** The first and the last character of the selection, as “client:clock”. */
function range(state: EditorState): [string, string] | null {
  const { from, to } = state.selection;
  let first = -1;
  let last = -1;
  state.doc.nodesBetween(from, to, (node, pos) => {
    if (node.isText) {
      const begin = Math.max(from, pos);
      const end = Math.min(to, pos + node.nodeSize);
      if (begin < end) {
        first = first < 0 ? begin : first;
        last = end - 1;
      }
    }
  });
  const a = place(state, first);
  const b = place(state, last);
  return a && b ? [a, b] : null;
}

function place(state: EditorState, pos: number): string | null {
  const sync = ySyncPluginKey.getState(state);
  if (pos < 0 || !sync?.binding) {
    return null;
  }
  // A position is told by the character before it.
  const { item } = absolutePositionToRelativePosition(pos + 1, sync.type, sync.binding.mapping);
  return item ? `${item.client}:${item.clock}` : null;
}
