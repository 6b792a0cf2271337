/** What stands around the words of a text: what it was, what is said about it, what is proposed. */
import type { Editor, Extensions } from '@tiptap/core';
import type { Called } from './breaks';
import { Comments, type CommentSetting, type Server } from './comments';
import { Proposals } from './proposals';
import type { Me } from './proposing';
import { filled, type Words } from './words';

export type AboutSetting = {
  label: string;
  words: Words;
  /** Where to see what the text was; absent for those who may not. */
  history?: string;
  comments?: CommentSetting;
  /** In whose name one proposes; absent where one does not. */
  me?: Me;
};

export class About {
  private readonly comments: Comments | null;
  private readonly proposals: Proposals | null;

  /** @param changed called when one begins or ends proposing */
  constructor(
    private readonly setting: AboutSetting,
    host: HTMLElement,
    say: (sentence: string) => void,
    changed: () => void,
    called: Called,
  ) {
    const { comments, me, words } = setting;
    const server = () => (host as HTMLElement & { $server?: Server }).$server;
    this.comments = comments ? new Comments(comments, words, server, say) : null;
    this.proposals = me ? new Proposals(me, words, say, changed, called) : null;
  }

  get proposing(): boolean {
    return this.proposals?.proposing ?? false;
  }

  /** Where one gets out of the text by keyboard while there is no toolbar. */
  get wayOut(): HTMLElement | null {
    return this.proposing ? this.proposals!.toggle : null;
  }

  extensions(): Extensions {
    return [this.comments?.extension(), this.proposals?.extension()].filter((extension) => extension !== undefined);
  }

  attach(editor: Editor): void {
    this.comments?.attach(editor);
    this.proposals?.attach(editor);
  }

  /** Under the text. */
  foot(): HTMLElement[] {
    const { comments, proposals } = this;
    return [
      ...this.link(),
      ...(comments ? [comments.write, comments.propose, comments.all] : []),
      ...(proposals ? [proposals.toggle, proposals.show] : []),
    ];
  }

  /** Above the text while one proposes, and below it what is proposed. */
  strip(): HTMLElement[] {
    return this.proposals ? [this.proposals.strip] : [];
  }

  panel(): HTMLElement[] {
    return this.proposals ? [this.proposals.panel] : [];
  }

  /** @param writing whether one has the right to write @param writable whether one can, now */
  may(writing: boolean, writable: boolean): void {
    this.comments?.writes(writing);
    this.proposals?.may(writable);
  }

  threads(open: string[]): void {
    this.comments?.threads(open);
  }

  destroy(): void {
    this.proposals?.destroy();
  }

  private link(): HTMLElement[] {
    const { history, words, label } = this.setting;
    if (!history) {
      return [];
    }
    const link = document.createElement('a');
    link.href = history;
    link.textContent = words.history;
    link.setAttribute('aria-label', filled(words.named, words.history, label));
    return [link];
  }
}
