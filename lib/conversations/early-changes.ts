import { and, eq, inArray, sql } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "#db/in-shop";
import { earlyChanges } from "#db/schema/messenger";
import type { ByPlatform } from "./held-message";

const Words = z.object({ body: z.string() });
const Reaction = z.object({ author: z.enum(["contact", "member"]), emoji: z.string().nullable() });

/** What happened to a message before it came. */
export type EarlyChanges = {
  edit: { body: string; at: Date } | null;
  unsentAt: Date | null;
  reaction: { author: "contact" | "member"; emoji: string | null; at: Date } | null;
};

type Kind = typeof earlyChanges.$inferSelect.kind;

/** Keeps a change until its message comes; of two changes of one kind the later stays. */
export async function keepEarly(
  tx: Tx,
  { shopId, channelId, externalId }: ByPlatform,
  early: { kind: Kind; change: Record<string, unknown>; at: Date },
): Promise<void> {
  await tx
    .insert(earlyChanges)
    .values({ shopId, channelId, externalId, ...early })
    .onConflictDoUpdate({
      target: [earlyChanges.channelId, earlyChanges.externalId, earlyChanges.kind],
      set: { change: sql`excluded.change`, at: sql`excluded.at` },
      setWhere: sql`excluded.at >= ${earlyChanges.at}`,
    });
}

/** What happened to a message before it came, which is now forgotten. */
export async function takeEarly(tx: Tx, { shopId, channelId, externalId }: ByPlatform): Promise<EarlyChanges> {
  const rows = await tx
    .delete(earlyChanges)
    .where(
      and(
        eq(earlyChanges.shopId, shopId),
        eq(earlyChanges.channelId, channelId),
        eq(earlyChanges.externalId, externalId),
      ),
    )
    .returning();
  const of = (kind: Kind) => rows.find((row) => row.kind === kind);
  const [edit, unsend, reaction] = [of("edit"), of("unsend"), of("reaction")];
  return {
    edit: edit ? { ...Words.parse(edit.change), at: edit.at } : null,
    unsentAt: unsend?.at ?? null,
    reaction: reaction ? { ...Reaction.parse(reaction.change), at: reaction.at } : null,
  };
}

/** Until when what was sent to a person who was not known yet has arrived and was read; these are now forgotten. */
export async function takeEarlyMarks(
  tx: Tx,
  { shopId, channelId }: Pick<ByPlatform, "shopId" | "channelId">,
  psid: string,
): Promise<{ deliveredUntil?: Date; readUntil?: Date }> {
  const rows = await tx
    .delete(earlyChanges)
    .where(
      and(
        eq(earlyChanges.shopId, shopId),
        eq(earlyChanges.channelId, channelId),
        eq(earlyChanges.externalId, psid),
        inArray(earlyChanges.kind, ["delivered", "read"]),
      ),
    )
    .returning();
  const [read] = rows.filter(({ kind }) => kind === "read");
  const arrived = rows.map(({ at }) => at.getTime());
  return {
    ...(arrived.length > 0 ? { deliveredUntil: new Date(Math.max(...arrived)) } : {}),
    ...(read ? { readUntil: read.at } : {}),
  };
}
