/** A file that was chosen and is not up yet; `at` in milliseconds since the epoch. */
type KeptSource = { key: string; memberId: string; at: number; source: File };

const STORE = "sources";
/** The most bytes that are kept for a member on one browser: of the largest message. More go up all the same. */
const MOST = 250_000_000;
/** What nobody came back for is let go after this long. */
const KEPT_MS = 30 * 24 * 60 * 60_000;

function answerOf<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

let opened: Promise<IDBDatabase> | null = null;

function open(): Promise<IDBDatabase> {
  const request = indexedDB.open("comptoir", 1);
  request.onupgradeneeded = () => request.result.createObjectStore(STORE, { keyPath: "key" });
  return answerOf(request);
}

/** `otherwise` where the browser refuses to store (private windows, a full disk): nothing outlives the page then. */
async function inStore<T>(
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore) => Promise<T>,
  otherwise: T,
): Promise<T> {
  try {
    opened ??= open();
    const database = await opened;
    return await work(database.transaction(STORE, mode).objectStore(STORE));
  } catch {
    opened = null;
    return otherwise;
  }
}

/** Keeps a file's bytes on this browser until it is up, so that it goes on by itself after the page was lost. */
export function keepSource(memberId: string, key: string, source: File): Promise<void> {
  return inStore(
    "readwrite",
    async (store) => {
      const all: KeptSource[] = await answerOf(store.getAll());
      for (const old of all) if (Date.now() - old.at > KEPT_MS) store.delete(old.key);
      const held = all.reduce((sum, one) => sum + (one.memberId === memberId ? one.source.size : 0), 0);
      const kept: KeptSource = { key, memberId, at: Date.now(), source };
      if (held + source.size <= MOST) await answerOf(store.put(kept));
    },
    undefined,
  );
}

/** A file of this member that was kept, or null. */
export function keptSource(memberId: string, key: string): Promise<File | null> {
  return inStore(
    "readonly",
    async (store) => {
      const kept: KeptSource | undefined = await answerOf(store.get(key));
      return kept?.memberId === memberId ? kept.source : null;
    },
    null,
  );
}

/** Forgets a file: it is up, or was taken out. */
export function dropSource(key: string): Promise<void> {
  return inStore("readwrite", (store) => answerOf(store.delete(key)), undefined);
}

/** Forgets every file: whoever used this browser signed out. */
export function dropSources(): Promise<void> {
  return inStore("readwrite", (store) => answerOf(store.clear()), undefined);
}
