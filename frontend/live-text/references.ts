/**
 * A reference to a person, an action, a plan, a practice: one sign within a line, which the text keeps as kind and
 * identifier alone. What it is called is asked for whoever looks, and never becomes part of the text.
 */
import { mergeAttributes, Node } from '@tiptap/core';
import { Fragment, Slice, type Node as Inner } from '@tiptap/pm/model';
import { Plugin, NodeSelection } from '@tiptap/pm/state';
import { shownAs, type Names, type Shown } from './names';

export const REFERENCE = 'reference';
/** As many as the server names. */
export const MOST = 300;

const KEY = /^[a-z]+:[0-9a-f-]{36}$/;

export function keyOf(node: Inner): string {
  return `${node.attrs.kind as string}:${node.attrs.id as string}`;
}

/** How many a text holds. */
export function count(doc: Inner): number {
  let found = 0;
  doc.descendants((node) => {
    found += node.type.name === REFERENCE ? 1 : 0;
  });
  return found;
}

export function words(key: string, shown: Shown | undefined): string {
  return shown ? `${key.startsWith('person:') && shown.state !== 'reserved' ? '@' : ''}${shown.label}` : '…';
}

export function reference(names: Names): Node {
  return Node.create({
    name: REFERENCE,
    group: 'inline',
    inline: true,
    atom: true,
    selectable: true,
    addAttributes() {
      return { kind: { default: null, rendered: false }, id: { default: null, rendered: false } };
    },
    parseHTML() {
      return [
        {
          tag: '[data-reference]',
          priority: 100,
          getAttrs: (element) => {
            const key = element.dataset.reference ?? '';
            const [kind, id] = key.split(':');
            return KEY.test(key) ? { kind, id } : false;
          },
        },
      ];
    },
    // For the clipboard: with the name that whoever copies sees.
    renderHTML({ node, HTMLAttributes }) {
      const key = keyOf(node);
      const shown = shownAs(key);
      const path = shown?.path ? { href: new URL(shown.path, document.baseURI).href } : {};
      return ['a', mergeAttributes(HTMLAttributes, { 'data-reference': key }, path), words(key, shown)];
    },
    renderText({ node }) {
      return words(keyOf(node), shownAs(keyOf(node)));
    },
    addNodeView() {
      return ({ node }) => {
        const key = keyOf(node);
        const chip = document.createElement('a');
        chip.className = 'ml-reference';
        chip.draggable = false;
        chip.dataset.reference = key;
        chip.textContent = words(key, undefined);
        let gone = false;
        names.ask(key, (shown) => !gone && draw(chip, shown));
        return {
          dom: chip,
          update: (next) => next.type.name === REFERENCE && keyOf(next) === key,
          ignoreMutation: () => true,
          destroy: () => {
            gone = true;
          },
        };
      };
    },
    addKeyboardShortcuts() {
      return {
        // With the sign itself selected, Enter goes where it leads.
        Enter: ({ editor }) => {
          const { selection } = editor.state;
          if (!(selection instanceof NodeSelection) || selection.node.type.name !== REFERENCE) {
            return false;
          }
          (editor.view.nodeDOM(selection.from) as HTMLElement | null)?.click();
          return true;
        },
      };
    },
    addProseMirrorPlugins() {
      const { editor } = this;
      return [
        new Plugin({
          // Yjs keeps no marks of what is no words: bold over a reference would be seen by whoever set it, and nobody else.
          appendTransaction: (transactions, _before, state) => {
            const tr = state.tr;
            if (transactions.some(({ docChanged }) => docChanged)) {
              state.doc.descendants((node, pos) => {
                if (node.type.name === REFERENCE && node.marks.length > 0) {
                  node.marks.forEach((mark) => tr.removeNodeMark(pos, mark));
                }
              });
            }
            return tr.docChanged ? tr.setMeta('addToHistory', false) : null;
          },
          props: {
            // Of what is pasted from elsewhere, only what whoever pastes may see.
            handlePaste: (view, _event, slice) => {
              const keys = [...new Set(within(slice.content))];
              if (keys.length === 0) {
                return false;
              }
              void names.askAll(keys).then((known) => {
                if (!editor.isDestroyed && view.editable) {
                  const cleaned = new Slice(without(slice.content, known), slice.openStart, slice.openEnd);
                  view.dispatch(view.state.tr.replaceSelection(cleaned).scrollIntoView().setMeta('uiEvent', 'paste'));
                }
              });
              return true;
            },
          },
        }),
      ];
    },
  });
}

function draw(chip: HTMLAnchorElement, shown: Shown): void {
  const person = shown.key.startsWith('person:');
  chip.className = `ml-reference ${shown.state}`;
  if (shown.path) {
    chip.href = shown.path;
  } else {
    chip.removeAttribute('href');
  }
  chip.textContent = words(shown.key, shown);
  if (!person || shown.state === 'reserved') {
    const icon = document.createElement('span');
    icon.className = 'icon';
    icon.innerHTML = '<svg aria-hidden="true"><use></use></svg>';
    icon.querySelector('use')?.setAttribute('href', `icons/icons.svg#${shown.icon}`);
    chip.prepend(icon);
  }
}

function within(content: Fragment): string[] {
  const keys: string[] = [];
  content.descendants((node) => {
    if (node.type.name === REFERENCE) {
      keys.push(keyOf(node));
    }
  });
  return keys;
}

function without(content: Fragment, known: Map<string, Shown>): Fragment {
  const kept: Inner[] = [];
  content.forEach((node) => {
    if (node.isText) {
      kept.push(node);
    } else if (node.type.name !== REFERENCE) {
      kept.push(node.copy(without(node.content, known)));
    } else if ((known.get(keyOf(node))?.state ?? 'reserved') !== 'reserved') {
      kept.push(node);
    }
  });
  return Fragment.fromArray(kept);
}
