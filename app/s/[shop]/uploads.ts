import type { AttachmentView } from "#lib/conversations/view-message";
import { KeyedStore } from "#lib/core/keyed-store";
import { pauseAfter } from "#lib/core/pause";
import { newKey } from "../../_shared/new-key";
import { keepFiles, keptFiles } from "./kept-files";

/**
 * A file in the composer: on its way (`sent` of its bytes, 0 to 1), there, refused with a sentence when one came, or
 * waiting for a connection, to go by itself at `again` (ms since the epoch, by this browser's clock).
 */
export type Upload = {
  key: string;
  fileName: string;
  bytes: number;
  sent: number;
  state: "sending" | "stored" | "failed" | "waiting";
  file: AttachmentView | null;
  problem: string | null;
  again: number | null;
};

/** How many files are on their way at once; the others wait for their turn. */
const AT_ONCE = 3;

const asUpload = (file: AttachmentView): Upload => ({
  key: file.id,
  fileName: file.fileName,
  bytes: file.bytes ?? 0,
  sent: 1,
  state: "stored",
  file,
  problem: null,
  again: null,
});

function problemIn(request: XMLHttpRequest): string | null {
  const problem: unknown = request.response?.problem?.message;
  return typeof problem === "string" && problem !== "" ? problem : null;
}

/** The files of every composer of one shop. They go on while another conversation is on screen; what failed stays. */
export class Uploads {
  readonly #address: string;
  readonly #memberId: string;
  readonly #store = new KeyedStore<readonly Upload[]>();
  readonly #sources = new Map<string, File>();
  readonly #requests = new Map<string, XMLHttpRequest>();
  readonly #waiting: { conversationId: string; key: string }[] = [];
  readonly #failures = new Map<string, number>();
  readonly #timers = new Map<string, ReturnType<typeof setTimeout>>();
  #running = 0;

  constructor(slug: string, memberId: string) {
    this.#address = `/api/v1/shops/${slug}/attachments`;
    this.#memberId = memberId;
  }

  /** The files by conversation, for whoever shows them. */
  get store(): KeyedStore<readonly Upload[]> {
    return this.#store;
  }

  /** Whether a file is on its way, or waits for its turn or a connection. */
  get busy(): boolean {
    return this.#running > 0 || this.#waiting.length > 0 || this.#timers.size > 0;
  }

  /** Brings back what was uploaded before the page was left. */
  restore(conversationId: string): void {
    if (this.#store.get(conversationId)) return;
    this.#set(conversationId, keptFiles(this.#memberId, conversationId).map(asUpload));
  }

  /** Puts uploaded files back, as those of a message that was refused. */
  giveBack(conversationId: string, files: readonly AttachmentView[]): void {
    const held = this.#held(conversationId);
    const back = files.filter((file) => held.every((upload) => upload.file?.id !== file.id));
    this.#set(conversationId, [...back.map(asUpload), ...held]);
  }

  add(conversationId: string, files: readonly File[]): void {
    for (const source of files) {
      const key = newKey();
      this.#sources.set(key, source);
      const upload = {
        key,
        fileName: source.name,
        bytes: source.size,
        sent: 0,
        file: null,
        problem: null,
        again: null,
      };
      this.#set(conversationId, [...this.#held(conversationId), { ...upload, state: "sending" }]);
      this.#wait(conversationId, key);
    }
  }

  /** Tries a file again now that failed or waits. */
  retry(conversationId: string, key: string): void {
    clearTimeout(this.#timers.get(key));
    this.#timers.delete(key);
    if (!this.#sources.has(key)) return;
    this.#change(conversationId, key, { state: "sending", sent: 0, problem: null, again: null });
    this.#wait(conversationId, key);
  }

  /** Takes a file out, and ends its upload. */
  remove(conversationId: string, key: string): void {
    this.#requests.get(key)?.abort();
    this.#forget(key);
    this.#set(
      conversationId,
      this.#held(conversationId).filter((upload) => upload.key !== key),
    );
  }

  /** Takes all out, because they were sent. */
  clear(conversationId: string): void {
    for (const { key } of this.#held(conversationId)) this.#forget(key);
    this.#set(conversationId, []);
  }

  #held(conversationId: string): readonly Upload[] {
    return this.#store.get(conversationId) ?? [];
  }

  #set(conversationId: string, uploads: readonly Upload[]): void {
    this.#store.set(conversationId, uploads);
    keepFiles(
      this.#memberId,
      conversationId,
      uploads.flatMap(({ file }) => file ?? []),
    );
  }

  #change(conversationId: string, key: string, change: Partial<Upload>): void {
    const next = this.#held(conversationId).map((upload) => (upload.key === key ? { ...upload, ...change } : upload));
    if (change.state === undefined) this.#store.set(conversationId, next);
    else this.#set(conversationId, next);
  }

  #forget(key: string): void {
    clearTimeout(this.#timers.get(key));
    for (const held of [this.#sources, this.#requests, this.#failures, this.#timers]) held.delete(key);
  }

  /** Without a connection a file goes by itself as soon as there may be one again. */
  #later(conversationId: string, key: string): void {
    const failures = (this.#failures.get(key) ?? 0) + 1;
    this.#failures.set(key, failures);
    const pause = pauseAfter(failures);
    this.#change(conversationId, key, { state: "waiting", sent: 0, again: Date.now() + pause });
    const back = () => {
      window.removeEventListener("online", back);
      if (this.#timers.has(key)) this.retry(conversationId, key);
    };
    window.addEventListener("online", back);
    this.#timers.set(key, setTimeout(back, pause));
  }

  #wait(conversationId: string, key: string): void {
    this.#waiting.push({ conversationId, key });
    this.#sendNext();
  }

  #sendNext(): void {
    while (this.#running < AT_ONCE) {
      const next = this.#waiting.shift();
      if (!next) return;
      const source = this.#sources.get(next.key);
      if (source) this.#send(next.conversationId, next.key, source);
    }
  }

  #send(conversationId: string, key: string, source: File): void {
    const change = (next: Partial<Upload>) => this.#change(conversationId, key, next);
    const request = new XMLHttpRequest();
    this.#requests.set(key, request);
    this.#running += 1;
    request.upload.onprogress = ({ loaded, total }) => change({ sent: total > 0 ? loaded / total : 0 });
    request.onloadend = () => {
      this.#running -= 1;
      this.#sendNext();
      if (this.#requests.get(key) !== request) return;
      this.#requests.delete(key);
      const file: AttachmentView | undefined = request.response?.attachment;
      if (request.status >= 200 && request.status < 300 && file) change({ state: "stored", sent: 1, file });
      else if (request.status === 0) this.#later(conversationId, key);
      else change({ state: "failed", problem: problemIn(request) });
    };
    request.open("POST", this.#address);
    request.responseType = "json";
    request.setRequestHeader("content-type", source.type || "application/octet-stream");
    request.setRequestHeader("x-file-name", encodeURIComponent(source.name));
    request.send(source);
  }
}
