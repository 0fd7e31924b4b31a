import { z } from "zod";

const OpenThread = z.strictObject({ threadId: z.string(), psid: z.string(), name: z.string(), older: z.string() });

/** A thread some of whose messages are stored, and where its older ones begin. */
export type OpenThread = z.output<typeof OpenThread>;

/** The threads to finish before the next page of threads is asked for. */
export function readOpenThreads(messageCursor: string | null): OpenThread[] {
  return messageCursor === null ? [] : z.array(OpenThread).parse(JSON.parse(messageCursor));
}

/** The same as it is stored: null when none is open. */
export function writeOpenThreads(threads: readonly OpenThread[]): string | null {
  return threads.length === 0 ? null : JSON.stringify(threads);
}
