import type { AttachmentView } from "#lib/conversations/view-message";
import { KeyedStore } from "#lib/core/keyed-store";
import { pauseAfter } from "#lib/core/pause";
import { newKey } from "../../_shared/new-key";
import { changedFilePlace, type KeptFile, keepFiles, keptFilePlaces, keptFiles } from "./kept-files";
import { dropSource, keepSource, keptSource } from "./kept-sources";
import { requestUpload, type UploadAnswer } from "./upload-request";
import { whileAlone } from "./while-alone";

/**
 * A file in the composer: on its way (`sent` of its bytes, 0 to 1), there, refused with a sentence when one came,
 * waiting for a connection, to go by itself at `again` (ms since the epoch, by this browser's clock), or lost with a
 * page that could not keep it.
 */
export type Upload = KeptFile & {
  sent: number;
  state: "sending" | "stored" | "failed" | "waiting" | "lost";
  problem: string | null;
  again: number | null;
};

/** How many files are on their way at once; the others wait for their turn. */
const AT_ONCE = 3;
/** The files of saved replies are written in a dialog, which does not outlive its page. */
const isKept = (place: string) => !place.startsWith("saved-reply:");

const asUpload = (kept: KeptFile): Upload => ({
  ...kept,
  ...(kept.file ? { sent: 1, state: "stored" } : { sent: 0, state: "sending" }),
  problem: null,
  again: null,
});
const asKept = ({ key, fileName, bytes, file }: Upload): KeptFile => ({ key, fileName, bytes, file });
const ofFile = (file: AttachmentView): Upload =>
  asUpload({ key: file.id, fileName: file.fileName, bytes: file.bytes ?? 0, file });

/**
 * The files of every composer of one shop, and of what was sent before they were up, each under its place. They go on
 * while another conversation is on screen and after a reload; what failed stays.
 */
export class Uploads {
  readonly #address: string;
  readonly #memberId: string;
  readonly #store = new KeyedStore<readonly Upload[]>();
  readonly #places = new Map<string, string>();
  readonly #sources = new Map<string, File>();
  readonly #requests = new Map<string, XMLHttpRequest>();
  readonly #turns: string[] = [];
  readonly #failures = new Map<string, number>();
  readonly #timers = new Map<string, ReturnType<typeof setTimeout>>();
  /** By file that goes up from this window: how to leave it to another one. */
  readonly #own = new Map<string, () => void>();
  #running = 0;
  #changed: (place: string) => void = () => undefined;

  constructor(slug: string, memberId: string) {
    this.#address = `/api/v1/shops/${slug}/attachments`;
    this.#memberId = memberId;
  }

  /** The files by place, for whoever shows them. */
  get store(): KeyedStore<readonly Upload[]> {
    return this.#store;
  }

  /** Whether a file is on its way, or waits for its turn or a connection. */
  get busy(): boolean {
    return this.#running > 0 || this.#turns.length > 0 || this.#timers.size > 0;
  }

  /** Lets what was not up when a page was left go on, and follows other windows from then on; returns the way to stop. */
  wake(): () => void {
    for (const place of keptFilePlaces(this.#memberId)) this.restore(place);
    const hear = (event: StorageEvent) => {
      const place = changedFilePlace(this.#memberId, event);
      if (place && this.#store.get(place)) this.#adopt(place);
    };
    window.addEventListener("storage", hear);
    return () => window.removeEventListener("storage", hear);
  }

  /** Brings back what waited in a place before the page was left. */
  restore(place: string): void {
    if (!this.#store.get(place)) this.#adopt(place);
  }

  /** Calls `changed` with every place whose files this window changes. */
  follow(changed: (place: string) => void): void {
    this.#changed = changed;
  }

  /** The files of a place that are up, shown or not. */
  stored(place: string): AttachmentView[] {
    this.restore(place);
    return this.#held(place).flatMap(({ file }) => file ?? []);
  }

  /** Takes uploaded files out of a place where another device did. */
  takeOut(place: string, files: readonly AttachmentView[]): void {
    const gone = new Set(files.map(({ id }) => id));
    for (const { key, file } of this.#held(place)) if (file && gone.has(file.id)) this.remove(key);
  }

  /** Puts uploaded files back, as those of a message that was refused. */
  giveBack(place: string, files: readonly AttachmentView[]): void {
    const held = this.#held(place);
    const back = files.filter((file) => held.every((upload) => upload.file?.id !== file.id));
    this.#set(place, [...back.map(ofFile), ...held]);
  }

  add(place: string, files: readonly File[]): void {
    for (const source of files) {
      const key = newKey();
      const upload = asUpload({ key, fileName: source.name, bytes: source.size, file: null });
      this.#set(place, [...this.#held(place), upload]);
      if (isKept(place)) keepSource(this.#memberId, key, source).catch(reportError);
      this.#begin(key, source);
    }
  }

  /** Puts all files of a place before those of another, on their way or not. */
  move(from: string, to: string): void {
    const moved = this.#held(from);
    this.#set(to, [...moved, ...this.#held(to)]);
    this.#set(from, []);
  }

  /** Tries a file again now that failed or waits. */
  retry(key: string): void {
    clearTimeout(this.#timers.get(key));
    this.#timers.delete(key);
    if (!this.#sources.has(key)) return;
    this.#change(key, { state: "sending", sent: 0, problem: null, again: null });
    this.#wait(key);
  }

  /** Takes a file out, and ends its upload. */
  remove(key: string): void {
    const place = this.#places.get(key);
    this.#forget(key);
    dropSource(key).catch(reportError);
    if (place === undefined) return;
    this.#set(
      place,
      this.#held(place).filter((upload) => upload.key !== key),
    );
  }

  /** Takes all out, because they were sent or given up. */
  clear(place: string): void {
    for (const { key, file } of this.#held(place)) {
      this.#forget(key);
      if (!file) dropSource(key).catch(reportError);
    }
    this.#set(place, []);
  }

  #held(place: string): readonly Upload[] {
    return this.#store.get(place) ?? [];
  }

  #uploadOf(key: string): Upload | undefined {
    return this.#held(this.#places.get(key) ?? "").find((upload) => upload.key === key);
  }

  #show(place: string, uploads: readonly Upload[]): void {
    for (const { key } of uploads) this.#places.set(key, place);
    this.#store.set(place, uploads);
  }

  #set(place: string, uploads: readonly Upload[]): void {
    this.#show(place, uploads);
    if (isKept(place)) keepFiles(this.#memberId, place, uploads.map(asKept));
    this.#changed(place);
  }

  #change(key: string, change: Partial<Upload>): void {
    const place = this.#places.get(key);
    if (place === undefined) return;
    const next = this.#held(place).map((upload) => (upload.key === key ? { ...upload, ...change } : upload));
    if (change.state === undefined) this.#show(place, next);
    else this.#set(place, next);
  }

  /** Takes what is kept of a place beside what goes up from here. */
  #adopt(place: string): void {
    const held = this.#held(place);
    const kept = keptFiles(this.#memberId, place);
    const missing = held.filter(({ key }) => this.#places.get(key) === place && kept.every((file) => file.key !== key));
    for (const { key } of missing) if (!this.#own.has(key)) this.#forget(key);
    const mine = missing.filter(({ key }) => this.#own.has(key));
    const there = kept.map((file) => {
      const known = held.find(({ key }) => key === file.key);
      return known && (known.file || !file.file) ? known : asUpload(file);
    });
    this.#show(place, [...there, ...mine]);
    for (const { key, file } of there)
      if (!file && held.every((known) => known.key !== key)) this.#recover(key).catch(reportError);
  }

  async #recover(key: string): Promise<void> {
    const source = await keptSource(this.#memberId, key);
    if (source) this.#begin(key, source);
    else if (this.#uploadOf(key)?.state === "sending") this.#change(key, { state: "lost" });
  }

  /** One window alone sends a file; when it is closed, the next does. */
  #begin(key: string, source: File): void {
    this.#sources.set(key, source);
    whileAlone(`comptoir:file:${key}`, (leave) => {
      if (!this.#sources.has(key) || this.#uploadOf(key)?.file !== null) return leave();
      this.#own.set(key, leave);
      this.#wait(key);
    });
  }

  #forget(key: string): void {
    const request = this.#requests.get(key);
    clearTimeout(this.#timers.get(key));
    this.#leave(key);
    for (const held of [this.#requests, this.#failures, this.#timers, this.#places]) held.delete(key);
    request?.abort();
  }

  #leave(key: string): void {
    this.#own.get(key)?.();
    this.#own.delete(key);
    this.#sources.delete(key);
  }

  /** Without a connection a file goes by itself as soon as there may be one again. */
  #later(key: string): void {
    const failures = (this.#failures.get(key) ?? 0) + 1;
    this.#failures.set(key, failures);
    const pause = pauseAfter(failures);
    this.#change(key, { state: "waiting", sent: 0, again: Date.now() + pause });
    const back = () => {
      window.removeEventListener("online", back);
      if (this.#timers.has(key)) this.retry(key);
    };
    window.addEventListener("online", back);
    this.#timers.set(key, setTimeout(back, pause));
  }

  #wait(key: string): void {
    this.#turns.push(key);
    this.#sendNext();
  }

  #sendNext(): void {
    while (this.#running < AT_ONCE) {
      const key = this.#turns.shift();
      if (key === undefined) return;
      const source = this.#sources.get(key);
      if (source) this.#send(key, source);
    }
  }

  #send(key: string, source: File): void {
    this.#running += 1;
    const request = requestUpload(this.#address, source, {
      progress: (sent) => this.#change(key, { sent }),
      end: (answer) => {
        this.#running -= 1;
        this.#sendNext();
        if (this.#requests.get(key) !== request) return;
        this.#requests.delete(key);
        this.#settle(key, answer);
      },
    });
    this.#requests.set(key, request);
  }

  #settle(key: string, answer: UploadAnswer): void {
    if (answer.state === "away") this.#later(key);
    if (answer.state === "failed") this.#change(key, answer);
    if (answer.state !== "stored") return;
    this.#change(key, { ...answer, sent: 1 });
    this.#leave(key);
    dropSource(key).catch(reportError);
  }
}
