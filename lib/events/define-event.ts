import type { z } from "zod";
import { afterCommit, type Tx } from "#db/in-shop";
import { now } from "#lib/core/clock";
import { newId } from "#lib/core/ids";
import { addJob } from "#lib/jobs/add-job";

/**
 * What an event leads to: `shown` on open screens, `lasting` work, or `both`. Said where it is declared, so that
 * recording it needs no subscriber.
 */
export type EventKind = "shown" | "lasting" | "both";

export type EventDefinition<S extends z.ZodObject> = {
  type: string;
  kind: EventKind;
  schema: S;
  record: (tx: Tx, shopId: string, payload: z.input<S>) => Promise<void>;
};

/**
 * An event that was committed. `key` names the job that shows it unless that was done before; null where nothing is
 * shown.
 */
export type Told = { type: string; shopId: string; payload: Record<string, unknown>; key: string | null };
export type Nudge = (told: readonly Told[]) => Promise<void>;
const place = globalThis as { comptoirNudge?: Nudge };

/** How long a change waits for the process that made it to show it, before the worker does, in milliseconds. */
const SHOWN_BY_MS = 2_000;
/** Tries to show a change on open screens; a screen that comes back later asks for what changed by itself. */
const SHOWN_ATTEMPTS = 6;

/** Names what this process does at once with what a commit recorded; the queued jobs do the same surely. */
export function nudgeWith(nudge: Nudge): void {
  place.comptoirNudge = nudge;
}

const commits = new WeakMap<Tx, Told[]>();

function toldAfter(tx: Tx): Told[] {
  const collected = commits.get(tx);
  if (collected) return collected;
  const told: Told[] = [];
  commits.set(tx, told);
  afterCommit(tx, async () => place.comptoirNudge?.(told));
  return told;
}

/**
 * Declares an event. `record` queues its jobs inside the caller's transaction: `event`, which the worker fans out to the
 * handlers of `lib/worker/subscriptions.ts`, and `show`, whose time comes only when the process that made the change did
 * not show it itself. The same event recorded twice in one transaction is one.
 */
export function defineEvent<S extends z.ZodObject>(type: string, kind: EventKind, schema: S): EventDefinition<S> {
  return {
    type,
    kind,
    schema,
    async record(tx, shopId, payload) {
      const parsed = schema.parse(payload);
      const told = toldAfter(tx);
      const said = JSON.stringify(parsed);
      if (told.some((one) => one.type === type && one.shopId === shopId && JSON.stringify(one.payload) === said))
        return;
      const event = { type, shopId, payload: parsed };
      const key = kind === "lasting" ? null : `show:${newId()}`;
      if (kind !== "shown") await addJob(tx, "event", event);
      if (key !== null)
        await addJob(tx, "show", event, {
          key,
          runAt: new Date(now().getTime() + SHOWN_BY_MS),
          maxAttempts: SHOWN_ATTEMPTS,
        });
      told.push({ ...event, key });
    },
  };
}
