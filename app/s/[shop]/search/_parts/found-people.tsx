"use client";

import type { FoundOrder, FoundPerson } from "#lib/conversations/search-people";
import { Avatar } from "#ui/avatar";
import { Card, CardHead } from "#ui/card";
import { PageLink } from "#ui/page-link";
import { useFormat, useMessages } from "../../../../_i18n/language";
import { useShop } from "../../_parts/live-shop";
import { useName } from "../../use-name";
import { Marked } from "./marked";

const LINK = "-outline-offset-2! flex min-h-12 items-center gap-3 px-4 py-2 hover:bg-hover";
const LIST = "divide-y divide-line border-line border-t";

/** Contacts that fit. */
export function FoundPeople({ people }: { people: readonly FoundPerson[] }) {
  const { search } = useMessages();
  const { slug } = useShop();
  const nameOf = useName();
  return (
    <Card className="overflow-hidden">
      <CardHead title={search.people} />
      <ul className={LIST}>
        {people.map((person) => (
          <li key={person.id}>
            <PageLink href={`/s/${slug}/contacts/${person.id}`} className={LINK}>
              <Avatar name={person.name.trim() || null} size={28} />
              <span className="min-w-0 truncate text-label">
                <bdi className="font-label">{nameOf(person)}</bdi>{" "}
                <span className="text-caption text-ink-3">{person.city}</span>
              </span>
            </PageLink>
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** Orders whose number fits; each leads to its contact, where it has one. */
export function FoundOrders({ orders }: { orders: readonly FoundOrder[] }) {
  const { search, receipts } = useMessages();
  const format = useFormat();
  const { slug } = useShop();
  return (
    <Card className="overflow-hidden">
      <CardHead title={search.orders} />
      <ul className={LIST}>
        {orders.map(({ id, number, status, total, currency, contactId, customerName }) => {
          const inside = (
            <>
              <span className="grid min-w-0 grow">
                <span className="truncate font-label text-label">
                  #<Marked pieces={number} />
                </span>
                <span className="truncate text-caption text-ink-3">
                  <bdi>{customerName}</bdi> · {format.money(total, currency)}
                </span>
              </span>
              <span className="shrink-0 text-caption text-ink-2">{receipts.status[status]}</span>
            </>
          );
          return (
            <li key={id}>
              {contactId ? (
                <PageLink href={`/s/${slug}/contacts/${contactId}`} className={LINK}>
                  {inside}
                </PageLink>
              ) : (
                <span className={LINK}>{inside}</span>
              )}
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
