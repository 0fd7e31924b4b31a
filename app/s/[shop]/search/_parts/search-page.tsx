"use client";

import { Search } from "lucide-react";
import { useState } from "react";
import { EmptyState } from "#ui/empty-state";
import { useFormat, useMessages } from "../../../../_i18n/language";
import { classNames } from "../../../../_ui/class-names";
import { type Searched, useSearch } from "../use-search";
import { FoundMessages } from "./found-messages";
import { FoundOrders, FoundPeople } from "./found-people";
import { KeepAsView } from "./keep-as-view";
import { Narrow } from "./narrow";
import { Nothing } from "./nothing";
import { SearchBox } from "./search-box";

const TABS = ["all", "messages", "people", "orders"] as const;
type Tab = (typeof TABS)[number];

/** Search over the whole shop: what is typed, what was found, and how to ask more exactly. */
export function SearchPage({ initial, longest }: { initial: Searched; longest: number }) {
  const { search } = useMessages();
  const format = useFormat();
  const { q, setQ, searched, busy, more } = useSearch(initial);
  const [tab, setTab] = useState<Tab>("all");
  const { messages, people, orders } = searched.view;
  const counts = { messages: messages.found, people: people.length, orders: orders.length };
  const total = counts.messages + counts.people + counts.orders;
  const found = { all: total, ...counts };
  const shows = (one: Exclude<Tab, "all">) => tab === "all" || tab === one;
  const nothing = searched.q !== "" && total === 0 && !messages.next;

  return (
    <main id="content" className="flex min-h-0 flex-1 flex-col">
      <h1 className="sr-only">{search.title}</h1>
      <search className="flex min-h-(--h-bar) shrink-0 items-center gap-3 border-line border-b bg-surface px-6 py-2 max-md:px-4">
        <SearchBox q={q} onType={setQ} longest={longest} busy={busy} />
        <KeepAsView q={q} />
      </search>
      <p role="status" className="sr-only">
        {nothing ? search.nothing(searched.q) : search.found(counts.messages, inThem(messages.conversations))}
      </p>
      <fieldset
        aria-label={search.title}
        className="flex shrink-0 flex-wrap gap-x-5 border-line border-b bg-surface px-6 max-md:px-4"
      >
        {TABS.map((one) => (
          <button
            key={one}
            type="button"
            aria-pressed={one === tab}
            onClick={() => setTab(one)}
            className={classNames(
              "-outline-offset-2! min-h-10 whitespace-nowrap font-label text-label max-md:min-h-11",
              one === tab ? "text-ink shadow-[inset_0_-2px_0_var(--brand)]" : "text-ink-3 hover:text-ink",
            )}
          >
            {search[one]}{" "}
            {found[one] > 0 ? <span className="text-ink-3 tabular-nums">{format.number(found[one])}</span> : null}
          </button>
        ))}
      </fieldset>
      <div className="grid min-h-0 flex-1 content-start gap-4 overflow-y-auto bg-canvas p-6 max-md:p-4 lg:grid-cols-[minmax(0,1fr)_minmax(16rem,21rem)]">
        <div className="grid min-w-0 content-start gap-4">
          {searched.q === "" ? (
            <EmptyState icon={<Search aria-hidden="true" size={22} />} title={search.start} text={search.startText} />
          ) : null}
          {nothing ? <Nothing searched={searched} onSearch={setQ} /> : null}
          {shows("messages") && (messages.found > 0 || messages.next) ? (
            <FoundMessages found={messages} inThem={inThem(messages.conversations)} busy={busy} onMore={more} />
          ) : null}
        </div>
        <div className="grid min-w-0 content-start gap-4">
          {shows("people") && people.length > 0 ? <FoundPeople people={people} /> : null}
          {shows("orders") && orders.length > 0 ? <FoundOrders orders={orders} /> : null}
          <Narrow />
        </div>
      </div>
    </main>
  );

  function inThem(conversations: readonly { conversationId: string }[]): string {
    return search.inConversations(new Set(conversations.map(({ conversationId }) => conversationId)).size);
  }
}
