/**
 * The place of a text that several people write at once. The editor itself comes when a page shows one: the first
 * screen of the product need not carry it.
 */
import type { Setting, Writing } from './live-text/writing';

/** A text that is opened anew is not at once opened anew again, in milliseconds. */
const RENEWED_EVERY = 5000;

class LiveText extends HTMLElement {
  private setting: Setting | null = null;
  private writing: Writing | null = null;
  private focusing = false;
  private renewed = -Infinity;

  /** Called by the server each time the element comes onto the page. */
  open(setting: Setting): void {
    if (this.setting?.path === setting.path && this.writing) {
      this.write(setting.writing);
      return;
    }
    this.close();
    this.setting = setting;
    void this.begin();
  }

  /** Called by the server: whether one may write now. */
  write(writing: boolean): void {
    if (this.setting) {
      this.writing?.write(writing);
      this.setting.writing = writing;
    }
  }

  /** Called by the server: which threads about this text are open now. */
  threads(open: string[]): void {
    if (this.setting?.comments) {
      this.setting.comments.open = open;
      this.writing?.threads(open);
    }
  }

  /** Called by the server: this picture was chosen. */
  insertPicture(id: string, alt: string): void {
    this.writing?.picture(id, alt);
  }

  /** Called by the server: the caret is wanted here. */
  focusText(): void {
    this.focusing = !this.writing;
    this.writing?.focus();
  }

  disconnectedCallback(): void {
    // Being moved within the page is no reason to go.
    queueMicrotask(() => {
      if (!this.isConnected) {
        this.close();
      }
    });
  }

  private async begin(): Promise<void> {
    const { setting } = this;
    const { Writing: Editor } = await import('./live-text/writing');
    if (this.isConnected && this.setting === setting && setting && !this.writing) {
      this.writing = new Editor(this, setting, (writing) => this.anew(setting, writing));
      if (this.focusing) {
        this.focusText();
      }
    }
  }

  /** Opens it with what the server has, to be read only where one may not write any more. */
  private anew(setting: Setting, writing: boolean): void {
    const since = performance.now() - this.renewed;
    window.setTimeout(
      () => {
        if (this.setting === setting) {
          this.renewed = performance.now();
          this.close();
          this.open(writing ? setting : { ...setting, writing: false, me: undefined });
        }
      },
      Math.max(0, RENEWED_EVERY - since),
    );
  }

  private close(): void {
    this.writing?.destroy();
    this.writing = null;
    this.setting = null;
  }
}

customElements.define('ml-live-text', LiveText);
