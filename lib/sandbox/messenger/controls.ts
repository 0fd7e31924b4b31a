import { eq, sql } from "drizzle-orm";
import { z } from "zod";
import { database } from "#db/client";
import { outsideShops, type Tx } from "#db/in-shop";
import { sandboxControls } from "#db/schema/sandbox-messenger";
import { now } from "#lib/core/clock";
import type { Failure } from "./failures";

const THE_ROW = 1;

/**
 * How webhooks travel. `batch`: the most items in one request. `duplicates`: times a taken one is sent again.
 * `reorder`: later ones may overtake. `echo`: before the answer of the Send API, or after it. `strict` is about calls.
 */
export const Delivery = z.object({
  batch: z.number().int().min(1).max(1_000).default(1),
  duplicates: z.number().int().min(0).max(10).default(0),
  reorder: z.boolean().default(false),
  echo: z.enum(["before", "after"]).default("after"),
  /** Demands the appsecret_proof on every call and keeps the slower rate limits too. */
  strict: z.boolean().default(false),
});
export type Delivery = z.output<typeof Delivery>;

export type Controls = {
  /** Milliseconds the sandbox's clock is ahead of the real one. */
  clockOffset: number;
  /** The instant of the sandbox's clock. */
  now: Date;
  failures: Partial<Record<Failure, number>>;
  delivery: Delivery;
  /** Ids of the people who are offline. */
  offline: string[];
};

type Reader = Pick<Tx, "select">;

/** What is turned on. Every instant the sandbox gives comes from `now` here. */
export async function readControls(tx: Reader = database()): Promise<Controls> {
  const [row] = await tx.select().from(sandboxControls).where(eq(sandboxControls.id, THE_ROW));
  const clockOffset = row?.clockOffset ?? 0;
  return {
    clockOffset,
    now: new Date(now().getTime() + clockOffset),
    failures: row?.failures ?? {},
    delivery: Delivery.parse(row?.delivery ?? {}),
    offline: row?.offline ?? [],
  };
}

/** The present instant of the sandbox's clock. */
export async function sandboxNow(tx?: Reader): Promise<Date> {
  return (await readControls(tx)).now;
}

type Change = Partial<typeof sandboxControls.$inferInsert>;

async function change(make: (controls: Controls) => Change): Promise<void> {
  await outsideShops(async (tx) => {
    await tx.insert(sandboxControls).values({ id: THE_ROW }).onConflictDoNothing();
    await tx.execute(sql`select from ${sandboxControls} where id = ${THE_ROW} for update`);
    await tx
      .update(sandboxControls)
      .set(make(await readControls(tx)))
      .where(eq(sandboxControls.id, THE_ROW));
  });
}

/** Sets how far the sandbox's clock is ahead of the real one, in milliseconds; negative is the past, 0 the real time. */
export async function setClock(clockOffset: number): Promise<void> {
  await change(() => ({ clockOffset: Math.round(clockOffset) }));
}

/** Makes the next `times` calls (or webhooks, for `wrong_signature`) fail in this way; 0 turns it off. */
export async function setFailure(kind: Failure, times: number): Promise<void> {
  await change(({ failures }) => ({ failures: { ...failures, [kind]: Math.max(0, Math.trunc(times)) } }));
}

/** Takes one failure of this kind, if one is left: exactly one caller gets each. `seen` spares asking when none was. */
export async function takeFailure(kind: Failure, seen: Controls): Promise<boolean> {
  if (!seen.failures[kind]) return false;
  const left = sql`coalesce((failures ->> ${kind})::int, 0)`;
  const taken = await database().execute(
    sql`update sandbox_controls set failures = jsonb_set(failures, array[${kind}], to_jsonb(${left} - 1))
      where id = ${THE_ROW} and ${left} > 0 returning id`,
  );
  return taken.length > 0;
}

/** Changes how webhooks travel; what is not named stays. */
export async function setDelivery(wanted: Partial<Delivery>): Promise<void> {
  await change(({ delivery }) => ({ delivery: Delivery.parse({ ...delivery, ...wanted }) }));
}

/** Marks a person as offline or back; the caller delivers what waited for her. */
export async function setOffline(personId: string, away: boolean): Promise<void> {
  await change(({ offline }) => ({
    offline: away ? [...new Set([...offline, personId])] : offline.filter((one) => one !== personId),
  }));
}
