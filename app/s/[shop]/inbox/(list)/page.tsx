import type { Metadata } from "next";
import { findFirstSteps } from "#lib/connect/first-steps/load-first-steps";
import { isFixed } from "#lib/conversations/conversation-order";
import { getMessages } from "../../../../_i18n/server";
import { orNotFound } from "../../../../_shared/or-not-found";
import { InboxSteps } from "../../first-steps/inbox-steps";
import { pageMember } from "../../page-member";
import { type InboxQuery, inboxPath, orderIn, viewOf } from "../../places";
import { Inbox } from "../_parts/inbox";
import { loadInbox } from "../load-inbox";

type Props = { params: Promise<{ shop: string }>; searchParams: InboxQuery };

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const { inbox } = await getMessages();
  const view = viewOf((await searchParams).view);
  return { title: isFixed(view) ? inbox.views[view] : inbox.title };
}

export default async function InboxPage({ params, searchParams }: Props) {
  const { shop } = await params;
  const asked = await searchParams;
  const [view, order] = [viewOf(asked.view), orderIn(asked.order)];
  const actor = await pageMember(shop, inboxPath(shop, view, undefined, order));
  const [inbox, steps] = await Promise.all([orNotFound(loadInbox(actor, view, order)), findFirstSteps(actor)]);
  return (
    <Inbox
      key={`${view} ${order}`}
      {...inbox}
      first={null}
      steps={steps ? <InboxSteps slug={shop} steps={steps} /> : null}
    />
  );
}
