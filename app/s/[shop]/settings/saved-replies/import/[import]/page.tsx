import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getMessages } from "../../../../../../_i18n/server";
import { Importing } from "../../../../imports/_parts/importing";
import { loadImportPage } from "../../../../imports/load-import-page";
import { pageMember } from "../../../../page-member";
import { RepliesImportFrame } from "../../_parts/replies-import-frame";

type Props = { params: Promise<{ shop: string; import: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getMessages()).importing.import };
}

/** Saved replies from a file: its columns, the dry run, the import and its end. Admins and owners only. */
export default async function ImportOfReplies({ params }: Props) {
  const { shop, import: importId } = await params;
  const list = `/s/${shop}/settings/saved-replies`;
  const actor = await pageMember(shop, `${list}/import/${importId}`);
  if (actor.role === "agent") notFound();
  const { view, columns } = await loadImportPage(actor, importId, "saved_replies");
  return (
    <RepliesImportFrame actor={actor}>
      <Importing slug={shop} loaded={view} columns={columns} base={`${list}/import`} list={list} />
    </RepliesImportFrame>
  );
}
