import type { SaveDraft } from "#lib/conversations/input";
import {
  DRAFT_MAX,
  type DraftsView,
  type DraftView,
  mergeAnswered,
  mergeCard,
  mergeDraft,
  mergeFiles,
  mergeOffer,
  mergeReplies,
  sameReplies,
} from "#lib/conversations/merge-draft";
import { FILES_MAX } from "#lib/conversations/messages-to-write";
import { boxAt, boxOf } from "#lib/conversations/outbox";
import type { AttachmentView } from "#lib/conversations/view-message";
import type { Outcome } from "#lib/http/outcome";
import { keepText, keptText } from "../../_shared/kept-text";
import { noAnswer } from "../../_shared/no-answer";
import { readDraft, readReplies } from "./agreed-draft";
import type { Uploads } from "./uploads";

export type DraftPlace = Pick<SaveDraft, "conversationId" | "kind">;
export type SaveDraftAction = (input: SaveDraft) => Promise<Outcome<{ saved: boolean } & DraftView>>;

/** Whoever types is left alone this long before the server is told. */
const PAUSE_MS = 800;
const AGAIN_MS = 15_000;
/** Refusals that do not mean the draft. */
const LATER = new Set(["unavailable", "too_many"]);

const idsOf = (files: readonly AttachmentView[]) => files.map(({ id }) => id).sort();
/** In whatever order: each device puts what another uploaded before its own, and neither is to be told so. */
const sameFiles = (one: readonly AttachmentView[], other: readonly AttachmentView[]) =>
  sameReplies(idsOf(one), idsOf(other));

/** Where the files of a box stand among the uploads. */
const uploadsOf = ({ conversationId, kind }: DraftPlace) => boxOf({ conversationId, note: kind === "note" });

/**
 * What a member is writing, in every conversation of one shop: kept on this browser with every key, and on the server a
 * moment later, so that her other devices have it. What both changed meanwhile is merged, never dropped.
 */
export class DraftKeeper {
  readonly #memberId: string;
  readonly #save: SaveDraftAction;
  readonly #timers = new Map<string, ReturnType<typeof setTimeout>>();
  readonly #saving = new Set<string>();
  readonly #listeners = new Map<string, Set<(kept: string) => void>>();

  readonly #uploads: Uploads;

  constructor(memberId: string, save: SaveDraftAction, uploads: Uploads) {
    this.#memberId = memberId;
    this.#save = save;
    this.#uploads = uploads;
    uploads.follow((changed) => {
      const box = boxAt(changed);
      if (box) this.#later(box, PAUSE_MS);
    });
  }

  /** Where the text is kept on this browser. */
  keyOf({ conversationId, kind }: DraftPlace): string {
    return `comptoir:draft:${this.#memberId}:${conversationId}${kind === "reply" ? "" : `:${kind}`}`;
  }

  /** Where it is kept on this browser which message the text answers. */
  answeredKey(place: DraftPlace): string {
    return `${this.keyOf(place)}:answers`;
  }

  /** Which message the text answers. */
  answered(place: DraftPlace): string | null {
    return keptText(this.answeredKey(place)) || null;
  }

  answer(place: DraftPlace, messageId: string | null): void {
    this.#show(this.answeredKey(place), messageId ?? "");
    this.#later(place, PAUSE_MS);
  }

  /** Where it is kept on this browser that the text is an offer. */
  offerKey(place: DraftPlace): string {
    return `${this.keyOf(place)}:offer`;
  }

  /** Whether the text is an offer. */
  offer(place: DraftPlace): boolean {
    return keptText(this.offerKey(place)) !== "";
  }

  setOffer(place: DraftPlace, offer: boolean): void {
    this.#show(this.offerKey(place), offer ? "yes" : "");
    this.#later(place, PAUSE_MS);
  }

  /** Where it is kept on this browser which answers are offered with the text; `readReplies` reads it. */
  repliesKey(place: DraftPlace): string {
    return `${this.keyOf(place)}:replies`;
  }

  /** The titles of the answers that are offered with the text. */
  replies(place: DraftPlace): string[] {
    return readReplies(keptText(this.repliesKey(place)));
  }

  setReplies(place: DraftPlace, titles: readonly string[]): void {
    this.#show(this.repliesKey(place), titles.length > 0 ? JSON.stringify(titles) : "");
    this.#later(place, PAUSE_MS);
  }

  text(place: DraftPlace): string {
    return keptText(this.keyOf(place));
  }

  write(place: DraftPlace, text: string): void {
    keepText(this.keyOf(place), text);
    this.#later(place, PAUSE_MS);
  }

  /** Puts a text into a box that may hold another already: what stands there stays. */
  add(place: DraftPlace, text: string): void {
    const both = mergeDraft({ here: text, agreed: "", there: this.text(place) });
    this.#show(this.keyOf(place), both);
    this.#later(place, PAUSE_MS);
  }

  /** Calls `show` when what is kept under a key changes by another way than `write`; returns the way to stop. */
  listen(key: string, show: (kept: string) => void): () => void {
    const listeners = this.#listeners.get(key) ?? new Set();
    this.#listeners.set(key, listeners.add(show));
    return () => listeners.delete(show);
  }

  /** Keeps what is written by another way than in a box, and shows it wherever that is listened to. */
  keep(place: DraftPlace, text: string): void {
    this.#show(this.keyOf(place), text);
    this.#later(place, PAUSE_MS);
  }

  /** Takes what the server keeps of a conversation beside what stands here. */
  take(conversationId: string, views: DraftsView): void {
    this.#merge({ conversationId, kind: "reply" }, views.reply);
    this.#merge({ conversationId, kind: "note" }, views.note);
    this.#merge({ conversationId, kind: "card" }, views.card);
  }

  #agreedKey(place: DraftPlace): string {
    return `comptoir:saved:${this.keyOf(place)}`;
  }

  #agreed(place: DraftPlace): DraftView {
    return readDraft(keptText(this.#agreedKey(place)));
  }

  #agree(place: DraftPlace, { body, replyTo, offer, quickReplies, files, version }: DraftView): void {
    keepText(this.#agreedKey(place), JSON.stringify({ body, replyTo, offer, quickReplies, files, version }));
  }

  /** The uploaded files that stand in the box; a card has none there. */
  #files(place: DraftPlace): AttachmentView[] {
    return place.kind === "card" ? [] : this.#uploads.stored(uploadsOf(place));
  }

  /** Brings the files of a box to what the server says; `added` ones only where it told of them by itself. */
  #mergeFiles(place: DraftPlace, there: DraftView, told: boolean): void {
    if (place.kind === "card") return;
    const here = this.#files(place);
    const { added, gone } = mergeFiles({ here, agreed: this.#agreed(place).files, there: there.files });
    if (gone.length > 0) this.#uploads.takeOut(uploadsOf(place), gone);
    if (told && added.length > 0) this.#uploads.giveBack(uploadsOf(place), added);
  }

  #merge(place: DraftPlace, there: DraftView): void {
    const [here, agreed] = [this.text(place), this.#agreed(place)];
    if (there.version < agreed.version) return;
    const merge = place.kind === "card" ? mergeCard : mergeDraft;
    const merged = merge({ here, agreed: agreed.body, there: there.body });
    const answered = this.answered(place);
    const answers = mergeAnswered({ here: answered, agreed: agreed.replyTo, there: there.replyTo });
    const offered = this.offer(place);
    const offer = mergeOffer({ here: { body: here, offer: offered }, agreed, there }, merged);
    const titles = this.replies(place);
    const replies = mergeReplies({ here: { body: here, quickReplies: titles }, agreed, there }, merged);
    this.#mergeFiles(place, there, true);
    this.#agree(place, there);
    if (!sameReplies(replies, titles)) this.setReplies(place, replies);
    if (merged !== here) this.#show(this.keyOf(place), merged);
    if (answers !== answered) this.#show(this.answeredKey(place), answers ?? "");
    if (offer !== offered) this.#show(this.offerKey(place), offer ? "yes" : "");
    const same = merged === there.body && answers === there.replyTo && offer === there.offer;
    const rest = sameReplies(replies, there.quickReplies) && sameFiles(this.#files(place), there.files);
    if (!same || !rest) this.#later(place, PAUSE_MS);
  }

  #show(key: string, kept: string): void {
    keepText(key, kept);
    for (const show of [...(this.#listeners.get(key) ?? [])]) show(kept);
  }

  #later(place: DraftPlace, pause: number): void {
    const key = this.keyOf(place);
    clearTimeout(this.#timers.get(key));
    const timer = setTimeout(() => {
      this.#timers.delete(key);
      this.#post(place).catch(reportError);
    }, pause);
    this.#timers.set(key, timer);
  }

  async #post(place: DraftPlace): Promise<void> {
    const key = this.keyOf(place);
    const [body, agreed] = [this.text(place), this.#agreed(place)];
    const [replyTo, offer, quickReplies] = [this.answered(place), this.offer(place), this.replies(place)];
    const files = this.#files(place);
    const same = body === agreed.body && replyTo === agreed.replyTo && offer === agreed.offer;
    const rest = sameReplies(quickReplies, agreed.quickReplies) && sameFiles(files, agreed.files);
    if ((same && rest) || body.length > DRAFT_MAX) return;
    if (this.#saving.has(key)) return this.#later(place, PAUSE_MS);
    this.#saving.add(key);
    const attachmentIds = files.slice(0, FILES_MAX).map(({ id }) => id);
    const draft = { ...place, body, replyTo, offer, quickReplies, attachmentIds, version: agreed.version };
    const outcome = await this.#save(draft).catch(noAnswer);
    this.#saving.delete(key);
    if (outcome?.ok && outcome.value.saved) {
      this.#mergeFiles(place, outcome.value, false);
      this.#agree(place, outcome.value);
    } else if (outcome?.ok) this.#merge(place, outcome.value);
    else if (!outcome || LATER.has(outcome.problem.code)) this.#later(place, AGAIN_MS);
  }
}
