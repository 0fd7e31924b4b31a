import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getMessages } from "../../../../_i18n/server";
import { FileChoice } from "../../imports/_parts/file-choice";
import { pageMember } from "../../page-member";
import { ContactsImportFrame } from "../_parts/contacts-import-frame";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getMessages()).importing.import };
}

/** Contacts from a file: choosing it. Admins and owners only, as for the export. */
export default async function ImportContacts({ params }: { params: Promise<{ shop: string }> }) {
  const { shop } = await params;
  const base = `/s/${shop}/contacts/import`;
  if ((await pageMember(shop, base)).role === "agent") notFound();
  return (
    <ContactsImportFrame slug={shop}>
      <FileChoice slug={shop} kind="contacts" base={base} />
    </ContactsImportFrame>
  );
}
