/**
 * What one can do with the text, as a toolbar: one stop for Tab, arrows within, Escape back into the text. What a
 * button says of its state is what the caret stands in.
 */
import type { ChainedCommands, Editor } from '@tiptap/core';
import { filled, type Words } from './words';

type Tool = {
  name: string;
  icon?: string;
  keys?: string;
  run: (chain: ChainedCommands) => ChainedCommands;
  active?: (editor: Editor) => boolean;
  able?: (editor: Editor) => boolean;
};

const TOOLS: (Tool | null)[] = [
  { name: 'heading', icon: 'heading-2', keys: 'Ctrl+Alt+2', run: (c) => c.toggleHeading({ level: 2 }), active: (e) => e.isActive('heading', { level: 2 }) },
  { name: 'subheading', icon: 'heading-3', keys: 'Ctrl+Alt+3', run: (c) => c.toggleHeading({ level: 3 }), active: (e) => e.isActive('heading', { level: 3 }) },
  null,
  { name: 'bold', icon: 'bold', keys: 'Ctrl+B', run: (c) => c.toggleBold(), active: (e) => e.isActive('bold') },
  { name: 'italic', icon: 'italic', keys: 'Ctrl+I', run: (c) => c.toggleItalic(), active: (e) => e.isActive('italic') },
  null,
  { name: 'list', icon: 'list', keys: 'Ctrl+Shift+8', run: (c) => c.toggleBulletList(), active: (e) => e.isActive('bulletList') },
  { name: 'numbers', icon: 'list-ordered', keys: 'Ctrl+Shift+7', run: (c) => c.toggleOrderedList(), active: (e) => e.isActive('orderedList') },
  { name: 'tasks', icon: 'list-checks', keys: 'Ctrl+Shift+9', run: (c) => c.toggleTaskList(), active: (e) => e.isActive('taskList') },
  { name: 'quote', icon: 'quote', keys: 'Ctrl+Shift+B', run: (c) => c.toggleBlockquote(), active: (e) => e.isActive('blockquote') },
  null,
  { name: 'link', icon: 'link', keys: 'Ctrl+K', run: (c) => c, active: (e) => e.isActive('link') },
  { name: 'mention', icon: 'at-sign', run: (c) => c },
  { name: 'refer', icon: 'hash', run: (c) => c },
  { name: 'picture', icon: 'image', run: (c) => c },
  { name: 'table', icon: 'table-2', run: (c) => c.insertTable({ rows: 3, cols: 3, withHeaderRow: true }), able: (e) => !e.isActive('table') },
  null,
  { name: 'undo', icon: 'undo-2', keys: 'Ctrl+Z', run: (c) => c.undo(), able: (e) => e.can().undo() },
  { name: 'redo', icon: 'redo-2', keys: 'Ctrl+Y', run: (c) => c.redo(), able: (e) => e.can().redo() },
];

const TABLE_TOOLS: Tool[] = [
  { name: 'addRow', run: (c) => c.addRowAfter() },
  { name: 'addColumn', run: (c) => c.addColumnAfter() },
  { name: 'deleteRow', run: (c) => c.deleteRow() },
  { name: 'deleteColumn', run: (c) => c.deleteColumn() },
  { name: 'deleteTable', run: (c) => c.deleteTable() },
];

/** What opens something of its own. */
export type Acts = {
  /** Lists people or items, as if the sign had been typed. */
  refer: (sign: string) => void;
  /** Lets choose a picture; null where there is none to choose. */
  picture: (() => void) | null;
};

export class Toolbar {
  readonly element = document.createElement('div');
  private readonly buttons = new Map<Tool, HTMLButtonElement>();
  private readonly tableTools = document.createElement('span');
  private readonly form = document.createElement('form');
  private readonly address = document.createElement('input');
  private readonly removal = document.createElement('button');

  constructor(
    private readonly editor: Editor,
    private readonly words: Words,
    label: string,
    private readonly acts: Acts,
  ) {
    const bar = document.createElement('div');
    bar.className = 'ml-tools';
    bar.setAttribute('role', 'toolbar');
    bar.setAttribute('aria-label', filled(words.toolbar, label));
    for (const tool of TOOLS) {
      if (tool?.name !== 'picture' || acts.picture) {
        bar.append(tool ? this.button(tool) : gap());
      }
    }
    this.tableTools.className = 'ml-tools-more';
    this.tableTools.append(...TABLE_TOOLS.map((tool) => this.button(tool)));
    bar.append(this.tableTools);
    bar.addEventListener('keydown', (event) => this.pressed(event));
    this.linkForm();
    this.element.className = 'ml-tools-frame';
    this.element.append(bar, this.form);
    editor.on('transaction', this.refresh);
    this.refresh();
  }

  destroy(): void {
    this.editor.off('transaction', this.refresh);
  }

  /** Shows where a link leads, to be changed. */
  openLink(): void {
    this.address.value = (this.editor.getAttributes('link').href as string | undefined) ?? '';
    this.removal.hidden = !this.editor.isActive('link');
    this.form.hidden = false;
    this.address.focus();
    this.address.select();
  }

  private button(tool: Tool): HTMLButtonElement {
    const button = document.createElement('button');
    const name = this.words[tool.name];
    button.type = 'button';
    button.tabIndex = -1;
    if (tool.icon) {
      button.setAttribute('aria-label', name);
      button.title = tool.keys ? `${name} (${tool.keys})` : name;
      button.innerHTML = `<svg aria-hidden="true"><use href="icons/icons.svg#${tool.icon}"></use></svg>`;
    } else {
      button.textContent = name;
    }
    if (tool.keys) {
      button.setAttribute('aria-keyshortcuts', tool.keys.replace('Ctrl', 'Control'));
    }
    // The caret stays where it is while one clicks.
    button.addEventListener('mousedown', (event) => event.preventDefault());
    button.addEventListener('click', () => {
      if (button.getAttribute('aria-disabled') === 'true') {
        return;
      }
      if (tool.name === 'link') {
        this.openLink();
      } else if (tool.name === 'mention' || tool.name === 'refer') {
        this.acts.refer(tool.name === 'mention' ? '@' : '#');
      } else if (tool.name === 'picture') {
        this.acts.picture?.();
      } else {
        tool.run(this.editor.chain().focus()).run();
      }
    });
    this.buttons.set(tool, button);
    return button;
  }

  private linkForm(): void {
    this.form.className = 'ml-tools-link';
    this.form.hidden = true;
    this.address.type = 'text';
    this.address.inputMode = 'url';
    this.address.autocomplete = 'off';
    this.address.setAttribute('aria-label', this.words.address);
    this.address.placeholder = 'https://';
    const done = document.createElement('button');
    done.type = 'submit';
    done.textContent = this.words.linkDone;
    this.removal.type = 'button';
    this.removal.textContent = this.words.linkRemove;
    this.form.append(this.address, done, this.removal);
    this.form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.link(this.address.value.trim());
    });
    this.removal.addEventListener('click', () => this.link(''));
    this.form.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') {
        event.stopPropagation();
        this.closeLink();
      }
    });
  }

  private link(typed: string): void {
    const href = typed && !/^[a-z][a-z0-9+.-]*:/i.test(typed) ? (typed.includes('@') ? `mailto:${typed}` : `https://${typed}`) : typed;
    const chain = this.editor.chain().focus().extendMarkRange('link');
    if (!href) {
      chain.unsetLink().run();
    } else if (this.editor.state.selection.empty && !this.editor.isActive('link')) {
      this.editor.chain().focus().insertContent({ type: 'text', text: typed, marks: [{ type: 'link', attrs: { href } }] }).run();
    } else {
      chain.setLink({ href }).run();
    }
    this.closeLink();
  }

  private closeLink(): void {
    this.form.hidden = true;
    this.editor.commands.focus();
  }

  private pressed(event: KeyboardEvent): void {
    const usable = [...this.buttons.values()].filter((button) => button.offsetParent !== null);
    const at = usable.indexOf(event.target as HTMLButtonElement);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: usable.length - 1 }[event.key];
    if (event.key === 'Escape') {
      this.editor.commands.focus();
    } else if (to !== undefined && at >= 0) {
      const next = usable[(to + usable.length) % usable.length];
      this.stop(next);
      next.focus();
    } else {
      return;
    }
    event.preventDefault();
  }

  /** The one button Tab comes to. */
  private stop(stop: HTMLButtonElement): void {
    this.buttons.forEach((button) => (button.tabIndex = button === stop ? 0 : -1));
  }

  private readonly refresh = (): void => {
    this.tableTools.hidden = !this.editor.isActive('table');
    this.buttons.forEach((button, tool) => {
      if (tool.active) {
        set(button, 'aria-pressed', String(tool.active(this.editor)));
      }
      if (tool.able) {
        set(button, 'aria-disabled', String(!tool.able(this.editor)));
      }
    });
    const stop = [...this.buttons.values()].find((button) => button.tabIndex === 0);
    if (!stop || (this.tableTools.hidden && this.tableTools.contains(stop))) {
      this.stop([...this.buttons.values()][0]);
    }
  };
}

function set(button: HTMLButtonElement, attribute: string, value: string): void {
  if (button.getAttribute(attribute) !== value) {
    button.setAttribute(attribute, value);
  }
}

function gap(): HTMLElement {
  const gap = document.createElement('span');
  gap.className = 'gap';
  return gap;
}
