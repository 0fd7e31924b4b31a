import { isNotNull } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { inShop } from "#db/in-shop";
import { contacts } from "#db/schema/contacts";
import { members } from "#db/schema/shops";
import { makeVisitor, storedConversations, storedMessages, type TestVisitor } from "#lib/connect/visitor-fixture";
import { HOUR } from "#lib/core/clock";
import { newId } from "#lib/core/ids";
import { makeMember, makeShop } from "#lib/shops/shop-fixture";
import { saveTeam } from "#lib/shops/teams/save-team";
import { reopenConversation } from "../close-conversation";
import { openConversation } from "../open-conversation";
import { receiveMessage } from "../receive-message";
import { storeSentElsewhere } from "../store-from-platform";

type Crew = Awaited<ReturnType<typeof crew>>;
let world: Crew;

/** A shop whose team of three takes new conversations and gives them in turn, and somebody who never wrote. */
async function crew() {
  const { shop, owner } = await makeShop();
  const agents = [await makeMember(owner), await makeMember(owner), await makeMember(owner)];
  const memberIds = agents.map(({ memberId }) => memberId);
  const team = { name: "Livraison", memberIds, roundRobin: true, cap: 12, takesNew: true };
  const { id: teamId } = await saveTeam(owner, team);
  return { shop, owner, teamId, memberIds, visitor: await makeVisitor(shop) };
}

/** How many members have had a turn. */
async function turnsTaken(shopId: string): Promise<number> {
  return inShop(shopId, (tx) => tx.$count(members, isNotNull(members.lastGivenAt)));
}

async function thread(visitor: TestVisitor) {
  const [conversation] = await storedConversations(visitor);
  const messages = await storedMessages(visitor.shopId, conversation?.id ?? "");
  return { conversation, said: messages.map(({ event, body }) => event?.type ?? body) };
}

const writes = (visitor: TestVisitor, body = "Bonjour") => receiveMessage(visitor, { clientKey: newId(), body });

beforeEach(async () => {
  world = await crew();
});

describe("a conversation that begins", () => {
  it("of a contact who is Spam takes nobody's turn, and is the team's to give once it is not", async () => {
    const { shop, owner, teamId, visitor } = world;
    await inShop(shop.id, (tx) => tx.update(contacts).set({ spamAt: new Date() }));
    await writes(visitor);
    const { conversation, said } = await thread(visitor);
    expect(conversation).toMatchObject({ status: "spam", teamId, assigneeId: null });
    expect(said).toEqual(["Bonjour"]);
    expect(await turnsTaken(shop.id)).toBe(0);
    await reopenConversation(owner, { conversationId: conversation?.id ?? "" });
    expect((await thread(visitor)).said).toEqual(["Bonjour", "given_in_turn", "not_spam"]);
    expect(await turnsTaken(shop.id)).toBe(1);
  });

  it("with several first messages at once takes one turn", async () => {
    const { shop, visitor } = world;
    await Promise.all(["Un", "Deux", "Trois", "Quatre"].map((body) => writes(visitor, body)));
    const { said } = await thread(visitor);
    expect(said[0]).toBe("given_in_turn");
    expect(said.slice(1).sort()).toEqual(["Deux", "Quatre", "Trois", "Un"]);
    expect(await turnsTaken(shop.id)).toBe(1);
  });

  it("with what was sent from elsewhere says first whose turn it was", async () => {
    const { visitor } = world;
    const { shopId, channelId, identityId, contactId } = visitor;
    const at = new Date(Date.now() - HOUR);
    const sent = { externalId: newId(), at, body: "Bonjour, ici Fleur", payload: null, replyTo: null, files: [] };
    await inShop(shopId, (tx) => storeSentElsewhere(tx, { shopId, channelId, identityId, contactId }, sent, "member"));
    const { conversation, said } = await thread(visitor);
    expect(said).toEqual(["given_in_turn", "Bonjour, ici Fleur"]);
    expect(conversation).toMatchObject({ lastMessageAt: at, lastSeq: 2, latestSeq: 2, unread: 0 });
  });

  it("says so when it began, and one that begins closed is given when she writes", async () => {
    const { shop, visitor, teamId } = world;
    const { shopId, channelId, identityId, contactId } = visitor;
    const who = { shopId, channelId, identityId, contactId };
    await inShop(shopId, (tx) => openConversation(tx, who, { status: "closed" }));
    expect((await thread(visitor)).conversation).toMatchObject({ status: "closed", teamId, assigneeId: null });
    await writes(visitor);
    expect((await thread(visitor)).said).toEqual(["given_in_turn", "Bonjour"]);

    const other = await makeVisitor(shop);
    const at = new Date(Date.now() - HOUR);
    const ids = { shopId, channelId: other.channelId, identityId: other.identityId, contactId: other.contactId };
    await inShop(shopId, (tx) => openConversation(tx, ids, { at }));
    expect(await thread(other)).toMatchObject({ conversation: { lastMessageAt: at }, said: ["given_in_turn"] });
  });
});
