"use client";

import { useState } from "react";
import { useFormat } from "#app/_i18n/language";
import { useSandboxMessages } from "#app/_i18n/sandbox-language";
import { Badge } from "#ui/badge";
import { Segment } from "#ui/segment";
import type { WireView } from "../view";
import { useThePhone } from "./messenger-context";
import { isRefused, WIDE_ONLY, WireRow } from "./wire-row";

/** So that arrow keys can scroll the list in every browser. */
const SCROLLS_BY_KEYS = { tabIndex: 0 };

const FILTERS = ["all", "in", "out", "refused"] as const;
type Filter = (typeof FILTERS)[number];

function fits(row: WireView, filter: Filter): boolean {
  return filter === "all" || (filter === "refused" ? isRefused(row) : row.way === filter);
}

const TH = "h-7 border-line border-b bg-sunken px-3 text-left font-label text-ink-3 text-micro first:pl-4 last:pr-4";

function Head() {
  const { sandboxMessenger: texts } = useSandboxMessages();
  const columns = [
    [texts.time, "w-22"],
    [texts.way, "w-22 @max-[40rem]/wire:w-20"],
    [texts.request, `w-[29%] ${WIDE_ONLY}`],
    [texts.kind, ""],
    [texts.check, `w-32 ${WIDE_ONLY}`],
    [texts.status, "w-35 text-right @max-[40rem]/wire:w-25"],
  ];
  return (
    <thead className="sticky top-0 z-1">
      <tr>
        {columns.map(([name, look]) => (
          <th key={name} scope="col" className={`${TH} ${look}`}>
            {name}
          </th>
        ))}
      </tr>
    </thead>
  );
}

/** Every request with its answer, newest first. */
export function Wire() {
  const { sandboxMessenger: texts } = useSandboxMessages();
  const format = useFormat();
  const { state } = useThePhone();
  const [filter, setFilter] = useState<Filter>("all");
  const rows = state.wire.rows.filter((row) => fits(row, filter));
  return (
    <section
      aria-labelledby="wire"
      className="@container/wire flex min-h-0 grow flex-col overflow-hidden rounded-lg border border-line bg-surface shadow-sm max-md:h-full max-md:rounded-none max-md:border-0"
    >
      <div className="flex flex-wrap items-center gap-x-2.5 gap-y-1.5 border-line border-b py-2 pr-3 pl-4">
        <h2 id="wire" className="font-heading text-body">
          {texts.wire}
        </h2>
        <Badge className="tabular-nums">{format.number(state.wire.count)}</Badge>
        <span className="text-caption text-ink-3 max-lg:hidden">{texts.wireText}</span>
        <Segment
          label={texts.wireFilter}
          size="sm"
          className="ml-auto"
          options={FILTERS.map((value) => ({ value, label: texts.filters[value] }))}
          value={filter}
          onChange={setFilter}
        />
      </div>
      {rows.length === 0 ? (
        <p className="p-4 text-ink-3 text-label">{filter === "all" ? texts.wireEmpty : texts.wireNone}</p>
      ) : (
        <section
          {...SCROLLS_BY_KEYS}
          aria-label={texts.wire}
          className="min-h-0 grow overflow-auto focus-visible:-outline-offset-2"
        >
          <table aria-label={texts.wire} className="w-full table-fixed border-separate border-spacing-0 text-caption">
            <Head />
            <tbody>
              {rows.map((row) => (
                <WireRow key={row.id} row={row} />
              ))}
            </tbody>
          </table>
        </section>
      )}
    </section>
  );
}
