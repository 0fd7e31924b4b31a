import { beforeAll, describe, expect, it } from "vitest";
import { rowHashes } from "#db/owner-fixture";
import { makeThread } from "#lib/connect/visitor-fixture";
import { loadContact } from "#lib/contacts/load-contact";
import { announceTyping } from "#lib/conversations/announce-typing";
import { assignConversation } from "#lib/conversations/assign-conversation";
import { closeConversation, reopenConversation } from "#lib/conversations/close-conversation";
import { dismissMember } from "#lib/conversations/leaving/dismiss-member";
import { listMessages, loadThread } from "#lib/conversations/load-thread";
import { markRead } from "#lib/conversations/mark-read";
import { sendMessage } from "#lib/conversations/send-message";
import { AppError } from "#lib/core/errors";
import { newId } from "#lib/core/ids";
import type { MemberActor } from "#lib/shops/actor";
import { cancelInvitation } from "#lib/shops/cancel-invitation";
import { changeRole } from "#lib/shops/change-role";
import { endSession } from "#lib/shops/end-session";
import { inviteMember } from "#lib/shops/invite-member";
import { makeMember, makeShop, type TestMember } from "#lib/shops/shop-fixture";
import { listOrdersOfContact } from "./list-orders-of-contact";
import { placeOrder } from "./order-fixture";
import { sendReceipt } from "./send-receipt";

const clientKey = newId();

/** What a shop has, by the name a command gives it. */
async function belongings() {
  const { shop, owner } = await makeShop();
  const { visitor, conversationId } = await makeThread(shop);
  const agent = await makeMember(owner);
  return {
    owner,
    ids: {
      conversationId,
      memberId: agent.memberId,
      contactId: visitor.contactId,
      orderId: await placeOrder(visitor),
      invitationId: (await inviteMember(owner, { role: "agent" })).id,
      sessionId: agent.sessionId,
    },
  };
}
type Ids = Awaited<ReturnType<typeof belongings>>["ids"];

/** Each command with every id it takes; each of those is replaced by another shop's in turn. */
const commands: [name: string, takes: (keyof Ids)[], run: (actor: TestMember, ids: Ids) => Promise<unknown>][] = [
  [
    "sendMessage",
    ["conversationId"],
    (a, { conversationId }) => sendMessage(a, { conversationId, clientKey, body: "Oui" }),
  ],
  ["closeConversation", ["conversationId"], (a, { conversationId }) => closeConversation(a, { conversationId })],
  ["reopenConversation", ["conversationId"], (a, { conversationId }) => reopenConversation(a, { conversationId })],
  ["assignConversation", ["conversationId", "memberId"], (a, ids) => assignConversation(a, ids)],
  ["markRead", ["conversationId"], (a, { conversationId }) => markRead(a, { conversationId, seq: 1 })],
  ["announceTyping", ["conversationId"], (a, { conversationId }) => announceTyping(a, { conversationId })],
  ["loadThread", ["conversationId"], (a, { conversationId }) => loadThread(a, { conversationId })],
  ["listMessages", ["conversationId"], (a, { conversationId }) => listMessages(a, { conversationId })],
  ["loadContact", ["contactId"], (a, { contactId }) => loadContact(a, { contactId })],
  ["listOrdersOfContact", ["contactId"], (a, { contactId }) => listOrdersOfContact(a, { contactId })],
  ["sendReceipt", ["conversationId", "orderId"], (a, ids) => sendReceipt(a, { ...ids, clientKey })],
  ["changeRole", ["memberId"], (a, { memberId }) => changeRole(a, { memberId, role: "admin" })],
  ["dismissMember", ["memberId"], (a, { memberId }) => dismissMember(a, { memberId })],
  ["cancelInvitation", ["invitationId"], (a, { invitationId }) => cancelInvitation(a, { invitationId })],
  ["endSession", ["sessionId"], (a, { sessionId }) => endSession(a.person, { sessionId })],
];
const cases = commands.flatMap(([name, takes, run]) => takes.map((field) => [name, field, run] as const));

async function refusalOf(run: Promise<unknown>) {
  const error = await run.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof AppError)) throw new Error("it was not refused", { cause: error });
  const { code, key, params, fields } = error;
  return { code, key, params, fields };
}

describe("TEN-01: a command given another shop's id", () => {
  let ours: Awaited<ReturnType<typeof belongings>>;
  let theirs: Awaited<ReturnType<typeof belongings>>;
  let actor: TestMember & MemberActor;
  beforeAll(async () => {
    [ours, theirs] = await Promise.all([belongings(), belongings()]);
    actor = ours.owner;
  });

  it.each(cases)("%s refuses a foreign %s as it refuses an absent one", async (_, field, run) => {
    const before = await rowHashes(theirs.owner.shopId);
    const foreign = await refusalOf(run(actor, { ...ours.ids, [field]: theirs.ids[field] }));
    expect(foreign).toEqual(await refusalOf(run(actor, { ...ours.ids, [field]: newId() })));
    expect(foreign.code).toBe("not_found");
    expect(await rowHashes(theirs.owner.shopId)).toEqual(before);
  });
});
