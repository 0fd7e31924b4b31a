import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getMessages } from "../../../../../_i18n/server";
import { Importing } from "../../../imports/_parts/importing";
import { loadImportPage } from "../../../imports/load-import-page";
import { pageMember } from "../../../page-member";
import { ContactsImportFrame } from "../../_parts/contacts-import-frame";

type Props = { params: Promise<{ shop: string; import: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getMessages()).importing.import };
}

/** Contacts from a file: its columns, the dry run, the import and its end. Admins and owners only. */
export default async function ImportOfContacts({ params }: Props) {
  const { shop, import: importId } = await params;
  const base = `/s/${shop}/contacts/import`;
  const actor = await pageMember(shop, `${base}/${importId}`);
  if (actor.role === "agent") notFound();
  const { view, columns } = await loadImportPage(actor, importId, "contacts");
  return (
    <ContactsImportFrame slug={shop}>
      <Importing slug={shop} loaded={view} columns={columns} base={base} list={`/s/${shop}/contacts`} />
    </ContactsImportFrame>
  );
}
