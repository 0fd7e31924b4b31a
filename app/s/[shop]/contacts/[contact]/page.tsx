import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { cache } from "react";
import { loadContact, OneContact } from "#lib/contacts/load-contact";
import { parseInput } from "#lib/http/outcome";
import { listOrdersOfContact } from "#lib/orders/list-orders-of-contact";
import { listRequestsOf } from "#lib/privacy/list-requests";
import type { MemberActor } from "#lib/shops/actor";
import { getMessages } from "../../../../_i18n/server";
import { orNotFound } from "../../../../_shared/or-not-found";
import { findMember, pageMember } from "../../page-member";
import { ContactPage } from "../_parts/contact-page";

type Props = { params: Promise<{ shop: string; contact: string }> };

const readContact = cache(async (actor: MemberActor, contactId: string) =>
  loadContact(actor, parseInput(OneContact, { contactId })),
);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { shop, contact: contactId } = await params;
  const { contacts, inbox } = await getMessages();
  const actor = await findMember(shop);
  if (!actor) return { title: contacts.title };
  const contact = await orNotFound(readContact(actor, contactId));
  return { title: contact.name || inbox.visitor };
}

export default async function OneContactPage({ params }: Props) {
  const { shop, contact: contactId } = await params;
  const actor = await pageMember(shop, `/s/${shop}/contacts/${contactId}`);
  const contact = await orNotFound(readContact(actor, contactId));
  if (contact.id !== contactId) redirect(`/s/${shop}/contacts/${contact.id}`);
  const one = { contactId: contact.id };
  const [orders, requests] = await Promise.all([
    listOrdersOfContact(actor, one),
    actor.role === "agent" ? null : listRequestsOf(actor, one),
  ]);
  return <ContactPage slug={shop} contact={contact} orders={orders} requests={requests} />;
}
