import { eq } from "drizzle-orm";
import { CONSENT_TEXT_VERSION } from "#db/consent-texts";
import { inShop } from "#db/in-shop";
import { conversations, messages } from "#db/schema/conversations";
import type { Purpose } from "#lib/contacts/purposes";
import { receiveMessage } from "#lib/conversations/receive-message";
import { newId } from "#lib/core/ids";
import type { VisitorActor } from "#lib/shops/actor";
import type { ShopView } from "#lib/shops/load-shop";
import { answerPermissions } from "./answer-permissions";
import { startVisit } from "./start-visit";

export type TestVisitor = VisitorActor & { token: string };
export type TestThread = { visitor: TestVisitor; conversationId: string };

/** A browser that opened the shop's chat to write; `token` is the value of its cookie. */
export async function makeVisitor(shop: ShopView): Promise<TestVisitor> {
  const { actor, token } = await startVisit(shop, { locale: "fr" });
  return { ...actor, token };
}

/** A visitor who wrote `says`, and the conversation it opened. */
export async function makeThread(shop: ShopView, says = "Bonjour, avez-vous des pivoines ?"): Promise<TestThread> {
  const visitor = await makeVisitor(shop);
  await receiveMessage(visitor, { clientKey: newId(), body: says });
  const [conversation] = await storedConversations(visitor);
  return { visitor, conversationId: conversation?.id ?? "" };
}

/** Lets a visitor answer the chat's card: what is not in `allow` is refused. */
export async function answerCard(visitor: VisitorActor, allow: Purpose[]): Promise<void> {
  await answerPermissions(visitor, {
    allow,
    textVersion: CONSENT_TEXT_VERSION,
    locale: "fr",
    source: "https://a.example",
  });
}

/** A visitor's conversations as they are stored. */
export async function storedConversations({ shopId, identityId }: VisitorActor) {
  return inShop(shopId, (tx) => tx.select().from(conversations).where(eq(conversations.identityId, identityId)));
}

/** A conversation's messages as they are stored, in order of their numbers. */
export async function storedMessages(shopId: string, conversationId: string) {
  return inShop(shopId, (tx) =>
    tx.select().from(messages).where(eq(messages.conversationId, conversationId)).orderBy(messages.seq),
  );
}
