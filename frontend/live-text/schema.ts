/**
 * What a text can hold. The names are stored in the shared documents: a name never changes, and a new one needs a new
 * number of the schema (room.ts), because a page that does not know a node would remove it.
 */
import { mergeAttributes, type Extensions } from '@tiptap/core';
import { Heading } from '@tiptap/extension-heading';
import { TaskItem, TaskList } from '@tiptap/extension-list';
import { TableKit } from '@tiptap/extension-table';
import StarterKit from '@tiptap/starter-kit';
import { ABOUT_WORDS } from './marks';
import type { Names } from './names';
import { picture, type PictureServer } from './picture';
import { reference } from './references';

const LEVELS = [2, 3, 4] as const;

/**
 * @param firstHeading the HTML heading a heading of the highest level is: one below the heading the text stands under
 * @param names        what references are called
 * @param server       where pictures are chosen
 * @param item         what the text is of, whose files they are
 */
export function schema(firstHeading: number, taskLabel: string, names: Names, server: () => PictureServer | undefined, item: string): Extensions {
  const ShiftedHeading = Heading.extend({
    parseHTML() {
      return [1, 2, 3, 4, 5, 6].map((tag) => ({
        tag: `h${tag}`,
        getAttrs: (node: HTMLElement) => ({
          level: Number(node.dataset.level) || Math.min(Math.max(tag, LEVELS[0]), LEVELS[2]),
        }),
      }));
    },
    renderHTML({ node, HTMLAttributes }) {
      const level = node.attrs.level as number;
      const tag = `h${Math.min(level - LEVELS[0] + firstHeading, 6)}`;
      return [tag, mergeAttributes(HTMLAttributes, { 'data-level': String(level) }), 0];
    },
  });
  return [
    StarterKit.configure({
      undoRedo: false, // of one's own changes only: collaboration brings it
      trailingNode: false, // would write in a text that is only read
      heading: false,
      code: false,
      codeBlock: false,
      horizontalRule: false,
      strike: false,
      underline: false,
      dropcursor: { color: false, class: 'ml-drop' },
      link: {
        openOnClick: false,
        autolink: true,
        linkOnPaste: true,
        defaultProtocol: 'https',
        protocols: ['mailto', 'tel'],
        HTMLAttributes: { target: null, rel: 'noopener nofollow', class: null },
      },
    }),
    ShiftedHeading.configure({ levels: [...LEVELS] }),
    ...ABOUT_WORDS,
    reference(names),
    picture(server, item),
    TaskList,
    TaskItem.configure({ nested: true, a11y: { checkboxLabel: (node) => `${taskLabel} ${node.textContent}` } }),
    TableKit.configure({ table: { resizable: false, cellMinWidth: 60 } }),
  ];
}
