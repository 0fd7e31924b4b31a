import type { z } from "zod";
import { afterCommit, type Tx } from "#db/in-shop";
import { addJob } from "#lib/jobs/add-job";

export type EventDefinition<S extends z.ZodObject> = {
  type: string;
  schema: S;
  record: (tx: Tx, shopId: string, payload: z.input<S>) => Promise<void>;
};

export type Nudge = (type: string, shopId: string, payload: Record<string, unknown>) => Promise<void>;
const place = globalThis as { comptoirNudge?: Nudge };

/** Names what this process does at once after a commit that recorded an event; the queued job does the same surely. */
export function nudgeWith(nudge: Nudge): void {
  place.comptoirNudge = nudge;
}

/**
 * Declares an event. `record` queues one `event` job inside the caller's transaction; the worker fans it out to the
 * handlers of `lib/worker/subscriptions.ts`.
 */
export function defineEvent<S extends z.ZodObject>(type: string, schema: S): EventDefinition<S> {
  return {
    type,
    schema,
    async record(tx, shopId, payload) {
      const parsed = schema.parse(payload);
      await addJob(tx, "event", { type, shopId, payload: parsed });
      afterCommit(tx, async () => place.comptoirNudge?.(type, shopId, parsed));
    },
  };
}
