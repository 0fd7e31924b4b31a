"use client";

import { lazy, Suspense } from "react";
import type { ConversationRow } from "#lib/conversations/view-conversation";
import { Button } from "#ui/button";
import { EmptyState } from "#ui/empty-state";
import { Skeleton } from "#ui/skeleton";
import { TextLink } from "#ui/text-link";
import { useMessages } from "../../../../_i18n/language";
import { ContactHead } from "../../_parts/contact-head";
import { useShop } from "../../_parts/live-shop";
import { PermissionList } from "../../_parts/permission-list";
import type { ContactDetails } from "../inbox-loader";
import { DetailsTags } from "../triage/details-tags";
import { useDetails } from "../use-details";
import { DetailsAbout } from "./details-about";
import { DetailsAttributes } from "./details-attributes";
import { DetailsHolder } from "./details-holder";
import { DetailsOrders } from "./details-orders";
import { DetailsRating } from "./details-rating";
import { DetailsSection } from "./details-section";
import { EditContact } from "./edit-contact";
import { PastConversations } from "./past-conversations";

function Loading() {
  const { common } = useMessages();
  return (
    <div className="grid animate-appear gap-4 p-4 [animation-delay:200ms] [animation-fill-mode:backwards]">
      <span role="status" className="sr-only">
        {common.loading}
      </span>
      <div className="flex items-center gap-3">
        <Skeleton round className="size-12" />
        <Skeleton className="h-3 w-32" />
      </div>
      {["w-48", "w-40", "w-44", "w-56", "w-full"].map((width) => (
        <Skeleton key={width} className={`h-3 max-w-full ${width}`} />
      ))}
    </div>
  );
}

const DetailsSamePerson = lazy(() => import("./details-same-person"));

type Props = { row: ConversationRow; initial: ContactDetails | null };

/** Who the conversation is with: what they allow, what they bought, what was said before. */
export function Details({ row, initial }: Props) {
  const { inbox, permissions, common, triage } = useMessages();
  const { slug } = useShop();
  const { details, problem, load } = useDetails(row.contact.id, initial);
  if (!details)
    return problem ? (
      <div role="alert">
        <EmptyState
          title={inbox.detailsFailed}
          text={problem.message || common.noConnection}
          action={<Button onClick={load}>{common.tryAgain}</Button>}
        />
      </div>
    ) : (
      <Loading />
    );
  const { contact, orders } = details;
  const more = (
    <TextLink href={`/s/${slug}/contacts/${contact.id}`} className="font-medium text-caption">
      {permissions.history}
    </TextLink>
  );
  return (
    <>
      <section className="border-line border-b px-4 py-3.5">
        <ContactHead contact={contact} edit={<EditContact contact={contact} />} />
        {row.contact.spam ? <p className="mt-2 text-caption text-danger-ink">{triage.isBlocked}</p> : null}
      </section>
      <DetailsSection title={permissions.title} more={more}>
        <PermissionList permissions={contact.permissions} />
      </DetailsSection>
      <DetailsAbout contact={contact} />
      <DetailsAttributes attributes={contact.attributes} />
      <DetailsRating score={row.facts.rating} />
      <DetailsOrders orders={orders} value={row.facts.value} conversationId={row.id} contact={contact} />
      <PastConversations contact={contact} conversationId={row.id} />
      <Suspense>
        <DetailsSamePerson contact={contact} onChanged={load} />
      </Suspense>
      <DetailsHolder row={row} />
      <DetailsTags row={row} />
    </>
  );
}
