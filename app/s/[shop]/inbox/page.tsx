import type { Metadata } from "next";
import { getMessages } from "../../../_i18n/server";
import { pageMember } from "../page-member";
import { inboxPath, viewOf } from "../places";
import { Inbox } from "./_parts/inbox";
import { loadInbox } from "./load-inbox";

type Props = { params: Promise<{ shop: string }>; searchParams: Promise<{ view?: string | string[] }> };

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const { inbox } = await getMessages();
  return { title: inbox.views[viewOf((await searchParams).view)] };
}

export default async function InboxPage({ params, searchParams }: Props) {
  const { shop } = await params;
  const view = viewOf((await searchParams).view);
  const actor = await pageMember(shop, inboxPath(shop, view));
  return <Inbox key={view} {...(await loadInbox(actor, view))} first={null} />;
}
