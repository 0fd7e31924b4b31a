import type { Metadata } from "next";
import { listContacts } from "#lib/contacts/list-contacts";
import { listOpenRequests } from "#lib/privacy/list-requests";
import { getMessages } from "../../../../_i18n/server";
import { orNotFound, pageMember } from "../../page-member";
import { ContactsPage } from "../_parts/contacts-page";

type Query = { q?: string | string[]; cursor?: string | string[] };
type Props = { params: Promise<{ shop: string }>; searchParams: Promise<Query> };

const MOST_LETTERS = 100;
const one = (value: string | string[] | undefined) => (typeof value === "string" ? value : "");

export async function generateMetadata(): Promise<Metadata> {
  const { contacts } = await getMessages();
  return { title: contacts.title };
}

export default async function Contacts({ params, searchParams }: Props) {
  const { shop } = await params;
  const query = await searchParams;
  const [search, cursor] = [one(query.q).trim().slice(0, MOST_LETTERS), one(query.cursor)];
  const actor = await pageMember(shop, `/s/${shop}/contacts`);
  const [{ contacts, next }, requests] = await Promise.all([
    orNotFound(listContacts(actor, { ...(search ? { search } : {}), ...(cursor ? { cursor } : {}) })),
    listOpenRequests(actor),
  ]);
  return (
    <ContactsPage slug={shop} search={search} rows={contacts} next={next} first={cursor === ""} requests={requests} />
  );
}
