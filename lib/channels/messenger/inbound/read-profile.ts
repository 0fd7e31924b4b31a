import { and, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import { inShop } from "#db/in-shop";
import { identities } from "#db/schema/channels";
import { contacts } from "#db/schema/contacts";
import { contactChanged } from "#lib/contacts/events";
import { changeConversation } from "#lib/conversations/access";
import { conversationChanged } from "#lib/conversations/events";
import { lockLatest } from "#lib/conversations/open-conversation";
import { now } from "#lib/core/clock";
import { plainName } from "#lib/core/plain-name";
import { callGraph, type GraphCall, GraphError } from "../graph";
import { isPassing } from "../pace";
import { pageOf } from "../page-of";
import { troubleOf } from "../pages/troubles";
import { Words } from "./hook-values";

export const ReadProfile = z.strictObject({ shopId: z.uuid(), identityId: z.uuid() });
type ReadProfile = z.output<typeof ReadProfile>;

const Profile = z.object({ first_name: Words.optional(), last_name: Words.optional() });
const Participant = z.object({ id: z.string(), name: Words.optional() });
const Threads = z.object({ data: z.array(z.object({ participants: z.object({ data: z.array(Participant) }) })) });

const LONGEST_NAME = 200;

/**
 * Asks the platform once how somebody who wrote is called, and names her contact so unless it has a name. Where her profile
 * does not tell, as it may not in Europe, the Page's conversation with her is asked; where that does not either, she stays
 * without a name. Throws only what may go better later. Source: Messenger reference §6, User profile and Conversations.
 */
export async function readProfile({ shopId, identityId }: ReadProfile): Promise<void> {
  const asked = await inShop(shopId, async (tx) => {
    const [identity] = await tx
      .select()
      .from(identities)
      .where(and(eq(identities.shopId, shopId), eq(identities.id, identityId), isNull(identities.profileReadAt)));
    return identity ? { identity, page: await pageOf(tx, shopId, identity.channelId) } : null;
  });
  if (!asked?.page.token || !/^\d+$/.test(asked.identity.externalId)) return;
  const { pageId, token } = asked.page;
  const name = plainName(await askName({ psid: asked.identity.externalId, pageId, token }));
  await inShop(shopId, async (tx) => {
    const thread = await lockLatest(tx, shopId, identityId);
    const mine = and(eq(identities.shopId, shopId), eq(identities.id, identityId));
    const [identity] = await tx.update(identities).set({ profileReadAt: now() }).where(mine).returning();
    if (!identity || !name) return;
    const named = await tx
      .update(contacts)
      .set({ name })
      .where(and(eq(contacts.shopId, shopId), eq(contacts.id, identity.contactId), eq(contacts.name, "")))
      .returning({ id: contacts.id });
    if (named.length === 0) return;
    await contactChanged.record(tx, shopId, { contactId: identity.contactId });
    if (!thread) return;
    await changeConversation(tx, thread, {});
    await conversationChanged.record(tx, shopId, { conversationId: thread.id });
  });
}

type Whom = { psid: string; pageId: string; token: string };

async function askName({ psid, pageId, token }: Whom): Promise<string> {
  const shown = await ask({ path: psid, token, query: { fields: "first_name,last_name,profile_pic" } });
  const { first_name: first = "", last_name: last = "" } = Profile.safeParse(shown).data ?? {};
  const own = `${first} ${last}`.trim();
  if (own !== "") return own.slice(0, LONGEST_NAME);
  const query = { platform: "messenger", user_id: psid, fields: "participants" };
  const threads = Threads.safeParse(await ask({ path: `${pageId}/conversations`, token, query })).data?.data ?? [];
  const her = threads.flatMap(({ participants }) => participants.data).find(({ id }) => id === psid);
  return her?.name?.trim().slice(0, LONGEST_NAME) ?? "";
}

/** What the platform tells; null where it will not. What passes, or ends with a new token, is thrown. */
async function ask(call: GraphCall): Promise<unknown> {
  try {
    return await callGraph(call);
  } catch (error) {
    if (error instanceof GraphError && !isPassing(error.code) && troubleOf(error) === null) return null;
    throw error;
  }
}
