import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getMessages } from "../../../../../_i18n/server";
import { FileChoice } from "../../../imports/_parts/file-choice";
import { pageMember } from "../../../page-member";
import { RepliesImportFrame } from "../_parts/replies-import-frame";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getMessages()).importing.import };
}

/** Saved replies from a file: choosing it. Admins and owners only, since they are the whole shop's. */
export default async function ImportReplies({ params }: { params: Promise<{ shop: string }> }) {
  const { shop } = await params;
  const base = `/s/${shop}/settings/saved-replies/import`;
  const actor = await pageMember(shop, base);
  if (actor.role === "agent") notFound();
  return (
    <RepliesImportFrame actor={actor}>
      <FileChoice slug={shop} kind="saved_replies" base={base} />
    </RepliesImportFrame>
  );
}
