import { openBucket } from "./bucket";
import { env } from "./env";
import { fileFolder } from "./file-folder";

type Store = {
  put(key: string, bytes: Uint8Array): Promise<void>;
  get(key: string): Promise<Buffer | null>;
  remove(key: string): Promise<void>;
};

const KEY = /^[A-Za-z0-9_-]{1,100}(\/[A-Za-z0-9_-]{1,100}){0,3}$/;

let store: Store | undefined;

/** Where files are: the object store of the settings, else the data folder. */
function opened(): Store {
  const { BUCKET } = env();
  store ??= BUCKET ? openBucket(BUCKET) : fileFolder;
  return store;
}

/** Throws for anything that is not letters, digits, `_`, `-` and single slashes between them. */
function checked(key: string): string {
  if (!KEY.test(key)) throw new Error("not the key of a file");
  return key;
}

/** Keeps bytes under a key, in place of any that were there. Durable when it returns; never seen half written. */
export async function putFile(key: string, bytes: Uint8Array): Promise<void> {
  await opened().put(checked(key), bytes);
}

/** The bytes kept under a key, or null. */
export async function getFile(key: string): Promise<Buffer | null> {
  return opened().get(checked(key));
}

/** Forgets what is kept under a key; nothing there is as good. */
export async function removeFile(key: string): Promise<void> {
  await opened().remove(checked(key));
}
