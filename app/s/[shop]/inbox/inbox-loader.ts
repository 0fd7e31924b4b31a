import type { ContactView } from "#lib/contacts/load-contact";
import type { ThreadPlace } from "#lib/conversations/excerpt";
import type { ThreadView } from "#lib/conversations/load-thread";
import { applyToTimeline, missingAfter, type Timeline, timelineOf } from "#lib/conversations/timeline";
import type { KeyedStore } from "#lib/core/keyed-store";
import type { Outcome, Problem } from "#lib/http/outcome";
import type { OrderView } from "#lib/orders/list-orders-of-contact";
import { fetchJson } from "../fetch-json";

export type ContactDetails = { contact: ContactView; orders: OrderView[] };

/** How many answers may be asked for to close one gap; the next resync goes on from there. */
const MOST_PAGES = 20;

/** How often a contact is asked for anew because the answer was overtaken, before the last one is shown all the same. */
const MOST_TURNS = 5;

/** Fetches threads and contacts of one shop into the stores that the screen shows. */
export class InboxLoader {
  readonly #base: string;
  readonly #threads: KeyedStore<Timeline>;
  readonly #details: KeyedStore<ContactDetails>;
  readonly #asking = new Map<string, Promise<Problem | null>>();
  /** The contacts that were asked for since their last question went out. */
  readonly #wanted = new Set<string>();

  constructor(slug: string, threads: KeyedStore<Timeline>, details: KeyedStore<ContactDetails>) {
    this.#base = `/api/v1/shops/${slug}`;
    this.#threads = threads;
    this.#details = details;
  }

  /** Puts what was loaded beside what is held; the newer version of each message stays. */
  take({ row, messages }: Pick<Timeline, "row" | "messages">): void {
    const held = this.#threads.get(row.id);
    const next = held
      ? applyToTimeline(held, { type: "messages.loaded", row, messages })
      : timelineOf({ row, messages });
    this.#threads.set(row.id, next);
  }

  /** Loads the last page of a conversation. Null when it went well. */
  thread(id: string): Promise<Problem | null> {
    return this.#once(`thread ${id}`, () => this.#read(id, ""));
  }

  /** Loads the page before the first message held. */
  older(id: string): Promise<Problem | null> {
    const first = this.#threads.get(id)?.messages[0]?.seq ?? 1;
    return this.#once(`older ${id}`, () => this.#read(id, `?before=${first}`));
  }

  /** The page around a place, or what comes before or after a number, without holding it. */
  page(id: string, place: ThreadPlace | { before: number } | { after: number }): Promise<Outcome<ThreadView>> {
    return this.#ask(id, `?${new URLSearchParams(Object.entries(place).map(([name, value]) => [name, `${value}`]))}`);
  }

  /** Fetches what the timeline says is missing until it says nothing more, or the server has nothing more. */
  mend(id: string): Promise<Problem | null> {
    return this.#once(`mend ${id}`, async () => {
      for (let page = 0; page < MOST_PAGES; page += 1) {
        const missing = this.#missing(id);
        if (missing === null) return null;
        const problem = await this.#read(id, `?after=${missing}`);
        if (problem || this.#missing(id) === missing) return problem;
      }
      return null;
    });
  }

  /** Fetches everything held once more, since a message held may have changed: its delivery, its receipt. */
  resync(id: string): Promise<Problem | null> {
    return this.#once(`resync ${id}`, async () => {
      let after: number | null = (this.#threads.get(id)?.messages[0]?.seq ?? 1) - 1;
      for (let page = 0; page < MOST_PAGES && after !== null; page += 1) {
        const answer = await this.#ask(id, `?after=${after}`);
        if (!answer.ok) return this.#refused(id, answer.problem);
        this.take(answer.value);
        const last: number = answer.value.messages.at(-1)?.seq ?? answer.value.row.lastSeq;
        after = last < answer.value.row.lastSeq ? last : null;
      }
      return null;
    });
  }

  /**
   * Loads a contact with her orders. Asked for, or changed here, while an answer is on its way, she is asked for anew:
   * that answer may be older.
   */
  contact(id: string): Promise<Problem | null> {
    this.#wanted.add(id);
    return this.#once(`contact ${id}`, async () => {
      for (let turn = 1; ; turn += 1) {
        this.#wanted.delete(id);
        const held = this.#details.get(id);
        const answer = await fetchJson<ContactDetails>(`${this.#base}/contacts/${id}`);
        if (!answer.ok) return answer.problem;
        const isOvertaken = this.#wanted.has(id) || this.#details.get(id) !== held;
        if (isOvertaken && turn < MOST_TURNS) continue;
        this.#details.set(id, answer.value);
        return null;
      }
    });
  }

  #missing(id: string): number | null {
    const held = this.#threads.get(id);
    return held ? missingAfter(held) : null;
  }

  #ask(id: string, query: string): Promise<Outcome<ThreadView>> {
    return fetchJson<ThreadView>(`${this.#base}/conversations/${id}/messages${query}`);
  }

  async #read(id: string, query: string): Promise<Problem | null> {
    const answer = await this.#ask(id, query);
    if (!answer.ok) return this.#refused(id, answer.problem);
    this.take(answer.value);
    return null;
  }

  /** A conversation that is not there any more is not held any more: what she wrote leaves the screen with it. */
  #refused(id: string, problem: Problem): Problem {
    const contactId = this.#threads.get(id)?.row.contact.id;
    if (problem.code !== "not_found") return problem;
    this.#threads.delete(id);
    if (contactId) this.#details.delete(contactId);
    return problem;
  }

  /** The same question asked while its answer is on its way gets that answer. */
  #once(key: string, ask: () => Promise<Problem | null>): Promise<Problem | null> {
    const asked = this.#asking.get(key) ?? ask().finally(() => this.#asking.delete(key));
    this.#asking.set(key, asked);
    return asked;
  }
}
