import type { CountsView } from "#lib/conversations/counts";
import type { Changes } from "#lib/conversations/list-changed-conversations";
import type { ConversationRow } from "#lib/conversations/view-conversation";
import { hearServerClock } from "../../_i18n/use-instant";
import { fetchJson } from "./fetch-json";

export type FeedListener = {
  rows: (rows: readonly ConversationRow[]) => void;
  /** More changed than is worth asking for one by one: load afresh. */
  tooMuch: () => void;
};

/** How many answers of up to 200 changes are taken before a list is loaded afresh instead. */
const MOST_PAGES = 5;

/** What changes in one shop's conversations, heard live or asked for after a silence, passed to whoever shows it. */
export class ShopFeed {
  readonly #slug: string;
  readonly #listeners = new Set<FeedListener>();
  readonly #counts: (counts: CountsView) => void;
  #since: string;
  #asking: Promise<void> | null = null;

  /** `since`: the instant (ISO 8601) from which on changes may have been missed. */
  constructor(slug: string, since: string, counts: (counts: CountsView) => void) {
    this.#slug = slug;
    this.#since = since;
    this.#counts = counts;
  }

  listen(listener: FeedListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Passes on rows that came by any other way: a live event, the answer to an action. */
  hear(rows: readonly ConversationRow[]): void {
    for (const listener of [...this.#listeners]) listener.rows(rows);
  }

  /** What is shown may be gone: every list is loaded afresh. */
  startAfresh(): void {
    for (const listener of [...this.#listeners]) listener.tooMuch();
  }

  /** Asks for what changed since the last time, or since `from` when that is earlier. One question at a time. */
  async catchUp(from?: string): Promise<void> {
    if (from && from < this.#since) this.#since = from;
    while (this.#asking) await this.#asking;
    this.#asking = this.#ask().finally(() => {
      this.#asking = null;
    });
    await this.#asking;
  }

  async #ask(): Promise<void> {
    for (let page = 0; page < MOST_PAGES; page += 1) {
      const path = `/api/v1/shops/${this.#slug}/conversations/changes?since=${encodeURIComponent(this.#since)}`;
      const sent = Date.now();
      const answer = await fetchJson<Changes>(path);
      if (!answer.ok) return;
      const { rows, counts, now, at, complete } = answer.value;
      hearServerClock({ server: Date.parse(at), sent, received: Date.now() });
      this.hear(rows);
      this.#counts(counts);
      this.#since = complete ? now : (rows.at(-1)?.updatedAt ?? now);
      if (complete) return;
    }
    this.startAfresh();
  }
}
