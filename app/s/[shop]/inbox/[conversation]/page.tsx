import type { Metadata } from "next";
import { cache } from "react";
import { findFirstSteps } from "#lib/connect/first-steps/load-first-steps";
import { loadContact } from "#lib/contacts/load-contact";
import { OneConversation } from "#lib/conversations/input";
import { loadThread } from "#lib/conversations/load-thread";
import { parseInput } from "#lib/http/outcome";
import { listOrdersOfContact } from "#lib/orders/list-orders-of-contact";
import type { MemberActor } from "#lib/shops/actor";
import { getMessages } from "../../../../_i18n/server";
import { orNotFound } from "../../../../_shared/or-not-found";
import { InboxSteps } from "../../first-steps/inbox-steps";
import { findMember, pageMember } from "../../page-member";
import { type InboxQuery, inboxPath, orderIn, viewOf } from "../../places";
import { Inbox } from "../_parts/inbox";
import { loadInbox } from "../load-inbox";

type Props = {
  params: Promise<{ shop: string; conversation: string }>;
  searchParams: InboxQuery;
};

const readThread = cache(async (actor: MemberActor, conversationId: string) =>
  loadThread(actor, parseInput(OneConversation, { conversationId })),
);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { shop, conversation } = await params;
  const { inbox } = await getMessages();
  const actor = await findMember(shop);
  if (!actor) return { title: inbox.title };
  const { row } = await orNotFound(readThread(actor, conversation));
  return { title: row.contact.name || inbox.visitor };
}

export default async function ConversationPage({ params, searchParams }: Props) {
  const { shop, conversation } = await params;
  const asked = await searchParams;
  const [view, order] = [viewOf(asked.view), orderIn(asked.order)];
  const actor = await pageMember(shop, inboxPath(shop, view, conversation, order));
  const [inbox, thread] = await Promise.all([
    orNotFound(loadInbox(actor, view, order)),
    orNotFound(readThread(actor, conversation)),
  ]);
  const {
    contact: { id: contactId },
  } = thread.row;
  const [contact, orders, steps] = await Promise.all([
    loadContact(actor, { contactId }),
    listOrdersOfContact(actor, { contactId }),
    findFirstSteps(actor),
  ]);
  return (
    <Inbox
      key={`${view} ${order}`}
      {...inbox}
      first={{ thread, details: { contact, orders } }}
      steps={steps ? <InboxSteps slug={shop} steps={steps} /> : null}
    />
  );
}
