import type { Metadata } from "next";
import { loginLink } from "#lib/connect/login-link";
import { countReachWithin } from "#lib/contacts/count-reach";
import { listFields } from "#lib/contacts/fields/list-fields";
import { listContacts } from "#lib/contacts/list-contacts";
import { findBulkMessage } from "#lib/conversations/bulk-messages/control-bulk-message";
import { listOpenRequests } from "#lib/privacy/list-requests";
import { getMessages } from "../../../../_i18n/server";
import { orNotFound } from "../../../../_shared/or-not-found";
import { pageMember } from "../../page-member";
import { ContactsPage } from "../_parts/contacts-page";
import { HowMany } from "../_parts/how-many";
import { filterIn } from "../contacts-query";

type Props = {
  params: Promise<{ shop: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** A page does without its count where it takes longer, in milliseconds. */
const COUNT_MS = 2_000;

export async function generateMetadata(): Promise<Metadata> {
  const { contacts } = await getMessages();
  return { title: contacts.title };
}

export default async function Contacts({ params, searchParams }: Props) {
  const { shop } = await params;
  const query = await searchParams;
  const [filter, cursor] = [filterIn(query), typeof query.cursor === "string" ? query.cursor : ""];
  const actor = await pageMember(shop, `/s/${shop}/contacts`);
  const [{ contacts, next }, requests, fields, bulkMessage] = await Promise.all([
    orNotFound(listContacts(actor, { ...filter, ...(cursor ? { cursor } : {}) })),
    listOpenRequests(actor),
    listFields(actor),
    findBulkMessage(actor),
  ]);
  return (
    <ContactsPage
      slug={shop}
      filter={filter}
      rows={contacts}
      howMany={<HowMany counted={() => countReachWithin(COUNT_MS, actor, filter)} />}
      next={next}
      first={cursor === ""}
      requests={requests}
      fields={fields.filter(({ archived }) => !archived)}
      bulkMessage={bulkMessage}
      mayExport={actor.role !== "agent"}
      loginLink={loginLink(shop)}
    />
  );
}
