"use client";

import { ChevronRight } from "lucide-react";
import type { ContactView } from "#lib/contacts/load-contact";
import type { OrderView } from "#lib/orders/list-orders-of-contact";
import type { DataRequestView } from "#lib/privacy/view-request";
import { ButtonLink } from "#ui/button-link";
import { Card, CardHead } from "#ui/card";
import { TextLink } from "#ui/text-link";
import { useFormat, useMessages } from "../../../../_i18n/language";
import { usePeopleMessages } from "../../../../_i18n/people-language";
import { ContactHead } from "../../_parts/contact-head";
import { OrderSummary } from "../../_parts/order-summary";
import { PermissionList } from "../../_parts/permission-list";
import { inboxPath } from "../../places";
import { useName } from "../../use-name";
import { useDataRequests } from "../use-data-requests";
import { AboutCard } from "./about-card";
import { ConversationLinks } from "./conversation-links";
import { DataButtons } from "./data-buttons";
import { DataCard } from "./data-card";
import { IdentityCard } from "./identity-card";
import { Ledger } from "./ledger";
import { Objection } from "./objection";

type Props = {
  slug: string;
  contact: ContactView;
  orders: readonly OrderView[];
  /** What was asked about her data; null for who may not deal with it. */
  requests: readonly DataRequestView[] | null;
};

function ErasedLine({ at }: { at: string }) {
  const { contactData } = usePeopleMessages();
  return <p className="px-6 pt-4 text-body text-ink-2 max-md:px-4">{contactData.erasedOn(useFormat().fullDate(at))}</p>;
}

/** One contact: who they are, what they allow and since when, what they bought and what was said. */
export function ContactPage({ slug, contact, orders, requests }: Props) {
  const { contacts, permissions } = useMessages();
  const name = useName()(contact);
  const [latest] = contact.conversations;
  const acts = useDataRequests(slug, contact.id, name);
  return (
    <main id="content" className="flex min-h-0 flex-1 flex-col overflow-y-auto bg-canvas">
      <header className="sticky top-0 z-2 flex min-h-(--h-bar) shrink-0 flex-wrap items-center gap-2 border-line border-b bg-surface px-6 py-2 max-md:px-4">
        <TextLink href={`/s/${slug}/contacts`} className="text-label">
          {contacts.title}
        </TextLink>
        <ChevronRight aria-hidden="true" size={14} className="text-ink-3" />
        <h1 className="type-pane min-w-0 grow truncate" title={name}>
          <bdi>{name}</bdi>
        </h1>
        {requests && !contact.erasedAt ? <DataButtons name={name} acts={acts} /> : null}
        {latest ? (
          <ButtonLink variant="primary" href={inboxPath(slug, latest.status, latest.id)}>
            {contacts.openConversation}
          </ButtonLink>
        ) : null}
      </header>
      {contact.erasedAt ? <ErasedLine at={contact.erasedAt} /> : null}
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-4 p-6 max-md:p-4 md:grid-cols-[minmax(0,280px)_minmax(0,1fr)] xl:grid-cols-[minmax(0,296px)_minmax(0,1fr)_minmax(0,304px)]">
        <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
          <Card className="p-4">
            <ContactHead contact={contact} />
          </Card>
          <IdentityCard contact={contact} />
          {requests ? <DataCard requests={requests} acts={acts} /> : null}
        </div>
        <Card aria-labelledby="ledger">
          <CardHead id="ledger" title={permissions.title} />
          <div className="px-4 pb-3">
            <PermissionList permissions={contact.permissions} />
            {contact.erasedAt ? null : (
              <p className="mt-2">
                <Objection slug={slug} contactId={contact.id} name={name} />
              </p>
            )}
          </div>
          <div className="border-line border-t">
            <CardHead title={contacts.ledger.title} text={contacts.ledger.text} />
            <Ledger records={contact.history} />
          </div>
        </Card>
        <div className="grid grid-cols-[minmax(0,1fr)] gap-4 md:col-start-2 xl:col-start-3">
          {contact.erasedAt ? null : <AboutCard contact={contact} />}
          <Card aria-labelledby="conversations">
            <CardHead id="conversations" title={contacts.conversations} />
            <ConversationLinks slug={slug} contact={contact} />
          </Card>
          <Card aria-labelledby="orders">
            <CardHead id="orders" title={contacts.orders} />
            <ul className="grid grid-cols-[minmax(0,1fr)] gap-1.5 px-4 pb-4">
              {orders.map((order) => (
                <OrderSummary key={order.id} order={order} />
              ))}
              {orders.length === 0 ? <li className="text-caption text-ink-3">{contacts.noOrders}</li> : null}
            </ul>
          </Card>
        </div>
      </div>
    </main>
  );
}
