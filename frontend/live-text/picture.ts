/**
 * A picture: one of the files of the item the text belongs to. The text holds which file and what it shows; the bytes come
 * from where files are, with the rights of whoever looks. No address from elsewhere ever becomes a picture.
 */
import { Node } from '@tiptap/core';
import { Fragment, Slice, type Node as Inner } from '@tiptap/pm/model';
import { Plugin } from '@tiptap/pm/state';

export const PICTURE = 'picture';

const FILE = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** What the element asks of the server. */
export type PictureServer = {
  /** Opens the choice among the item’s pictures. */
  pictures(): void;
  /** Says that pictures are not taken by pasting. */
  pastedPicture(): void;
};

/** @param item what the text is of: the server gives it no file of another */
function address(id: string, item: string): string {
  return `fichiers/${id}?picture=true&of=${item}`;
}

export function picture(server: () => PictureServer | undefined, item: string): Node {
  return Node.create({
    name: PICTURE,
    group: 'block',
    atom: true,
    draggable: true,
    selectable: true,
    addAttributes() {
      return { id: { default: null, rendered: false }, alt: { default: '', rendered: false } };
    },
    parseHTML() {
      return [
        {
          tag: 'img[data-picture]',
          getAttrs: (element) => {
            const id = element.dataset.picture ?? '';
            return FILE.test(id) ? { id, alt: element.getAttribute('alt') ?? '' } : false;
          },
        },
      ];
    },
    renderHTML({ node }) {
      const { id, alt } = node.attrs as { id: string; alt: string };
      // By hand one may write anything as an identifier: no such thing becomes an address.
      const source = FILE.test(id ?? '') ? { src: address(id, item), 'data-picture': id } : {};
      return ['img', { class: 'ml-picture', alt: alt ?? '', ...source }];
    },
    addProseMirrorPlugins() {
      return [
        new Plugin({
          props: {
            transformPasted: (slice, view) => {
              const own = within(view.state.doc);
              return new Slice(without(slice.content, own), slice.openStart, slice.openEnd);
            },
            handleDOMEvents: {
              paste: (view, event) => refuse(view.state.doc, event.clipboardData, server),
              drop: (view, event) => refuse(view.state.doc, event.dataTransfer, server),
            },
          },
        }),
      ];
    },
  });
}

/** Says so when something that is pasted holds a picture that will not be taken; takes files alone out of the browser’s hands. */
function refuse(doc: Inner, data: DataTransfer | null, server: () => PictureServer | undefined): boolean {
  const html = data?.getData('text/html') ?? '';
  const files = [...(data?.files ?? [])].some((file) => file.type.startsWith('image/'));
  const own = within(doc);
  const foreign = [...new DOMParser().parseFromString(html, 'text/html').querySelectorAll('img')].some(
    ({ dataset }) => !own.has(dataset.picture ?? ''),
  );
  if (foreign || (files && !html)) {
    server()?.pastedPicture();
  }
  return false;
}

function within(doc: Inner): Set<string> {
  const found = new Set<string>();
  doc.descendants((node) => {
    if (node.type.name === PICTURE) {
      found.add(node.attrs.id as string);
    }
  });
  return found;
}

/** Without pictures of other texts: those are not files of this item. */
function without(content: Fragment, own: Set<string>): Fragment {
  const kept: Inner[] = [];
  content.forEach((node) => {
    if (node.isText) {
      kept.push(node);
    } else if (node.type.name !== PICTURE || own.has(node.attrs.id as string)) {
      kept.push(node.copy(without(node.content, own)));
    }
  });
  return Fragment.fromArray(kept);
}
