import type { ReactNode } from "react";
import { OneConversation } from "#lib/conversations/input";
import { checkConversation } from "#lib/conversations/load-thread";
import { parseInput } from "#lib/http/outcome";
import type { MemberActor } from "#lib/shops/actor";
import { orNotFound } from "../../../../_shared/or-not-found";
import { findMember } from "../../page-member";

type Props = { children: ReactNode; params: Promise<{ shop: string; conversation: string }> };

/** Refuses an address that leads nowhere: the page inside loads, and is answered with 200 before it knows. */
export default async function ConversationLayout({ children, params }: Props) {
  const { shop, conversation } = await params;
  const actor = await findMember(shop);
  if (actor) await orNotFound(checkAddress(actor, conversation));
  return children;
}

async function checkAddress(actor: MemberActor, conversationId: string): Promise<void> {
  await checkConversation(actor, parseInput(OneConversation, { conversationId }));
}
