import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { parseInput } from "#lib/http/outcome";
import { OneImport } from "#lib/imports/control-import";
import { loadColumns, loadImport } from "#lib/imports/load-import";
import { getMessages } from "../../../../../_i18n/server";
import { orNotFound } from "../../../../../_shared/or-not-found";
import { Importing } from "../../../imports/_parts/importing";
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
  const load = async () => {
    const input = parseInput(OneImport, { importId });
    return Promise.all([loadImport(actor, input), loadColumns(actor, input)]);
  };
  const [view, columns] = await orNotFound(load());
  if (view.kind !== "contacts") notFound();
  return (
    <ContactsImportFrame slug={shop}>
      <Importing slug={shop} loaded={view} columns={columns} base={base} list={`/s/${shop}/contacts`} />
    </ContactsImportFrame>
  );
}
