import { and, asc, eq } from "drizzle-orm";
import type { Tx } from "#db/in-shop";
import { channels, type IdentityEvidence, identities } from "#db/schema/channels";
import { messengerPages } from "#db/schema/messenger";
import { persons } from "#db/schema/persons";
import { members } from "#db/schema/shops";
import { now } from "#lib/core/clock";
import { FIRST_MESSAGE_MS } from "./decide-send";

/** One way a contact is reached, and by what evidence it is this contact's. */
export type IdentityView = {
  id: string;
  kind: "web_chat" | "messenger";
  /** The Page it is on. */
  page: string | null;
  since: string;
  evidence: { way: IdentityEvidence["way"]; at: string; byName: string | null } | null;
  /** Until when the one message that Login Connect allows may still go. */
  writeOnceUntil: string | null;
};

/** A contact's identities, the oldest first. */
export async function loadIdentities(tx: Tx, shopId: string, contactId: string): Promise<IdentityView[]> {
  const found = await tx
    .select({ identity: identities, kind: channels.kind, page: messengerPages.name })
    .from(identities)
    .innerJoin(channels, and(eq(channels.shopId, identities.shopId), eq(channels.id, identities.channelId)))
    .leftJoin(
      messengerPages,
      and(eq(messengerPages.shopId, identities.shopId), eq(messengerPages.channelId, identities.channelId)),
    )
    .where(and(eq(identities.shopId, shopId), eq(identities.contactId, contactId)))
    .orderBy(asc(identities.createdAt), asc(identities.id));
  const names = await memberNames(tx, shopId);
  return found.map(({ identity, kind, page }) => ({
    id: identity.id,
    kind,
    page,
    since: identity.createdAt.toISOString(),
    evidence: identity.evidence && {
      way: identity.evidence.way,
      at: identity.evidence.at,
      byName: names.get(identity.evidence.byMemberId ?? "") ?? null,
    },
    writeOnceUntil: writeOnceUntil(identity),
  }));
}

/** The names of a shop's members, past ones too, by their ids. */
export async function memberNames(tx: Tx, shopId: string): Promise<Map<string, string>> {
  const rows = await tx
    .select({ id: members.id, name: persons.name })
    .from(members)
    .innerJoin(persons, eq(persons.id, members.personId))
    .where(eq(members.shopId, shopId));
  return new Map(rows.map(({ id, name }) => [id, name]));
}

function writeOnceUntil({ optedInAt, firstMessageAt }: typeof identities.$inferSelect): string | null {
  if (!optedInAt || (firstMessageAt && firstMessageAt >= optedInAt)) return null;
  const until = new Date(optedInAt.getTime() + FIRST_MESSAGE_MS);
  return until > now() ? until.toISOString() : null;
}
