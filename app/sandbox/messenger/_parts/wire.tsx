"use client";

import { ArrowDownLeft, ArrowUpRight, Check } from "lucide-react";
import { useState } from "react";
import { useFormat, useMessages } from "#app/_i18n/language";
import { Badge } from "#ui/badge";
import { Segment } from "#ui/segment";
import { classNames } from "../../../_ui/class-names";
import type { WireView } from "../view";
import { useThePhone } from "./messenger-context";
import { useSandboxClock } from "./use-sandbox-clock";

const FILTERS = ["all", "in", "out", "refused"] as const;
type Filter = (typeof FILTERS)[number];

const REFUSED_FROM = 400;
const isRefused = ({ status }: WireView) => status >= REFUSED_FROM || status === 0;

function fits(row: WireView, filter: Filter): boolean {
  return filter === "all" || (filter === "refused" ? isRefused(row) : row.way === filter);
}

const TH = "h-7 border-line border-b bg-sunken px-3 text-left font-label text-ink-3 text-micro first:pl-4 last:pr-4";
const TD = "h-7.25 whitespace-nowrap border-line border-b px-3 first:pl-4 last:pr-4 group-last:border-b-0";

function Row({ row }: { row: WireView }) {
  const { sandboxMessenger: texts } = useMessages();
  const { toTheSecond } = useSandboxClock();
  const refused = isRefused(row);
  const inbound = row.way === "in";
  const Arrow = inbound ? ArrowDownLeft : ArrowUpRight;
  const ways = { in: texts.wayIn, out: texts.wayOut };
  const checks: Record<string, string> = texts.checks;
  const who = row.who ? (inbound ? texts.by(row.who) : texts.to(row.who)) : null;
  const words = [row.kind.replace(".", " · "), row.about, who].filter(Boolean).join(" · ");
  return (
    <tr className={classNames("group", refused && "bg-danger-soft")}>
      <td className={`${TD} text-ink-3 tabular-nums`}>
        <time dateTime={row.at}>{toTheSecond(row.at)}</time>
      </td>
      <td className={TD}>
        <span
          className={classNames(
            "inline-flex items-center gap-1 font-label",
            inbound ? "text-info-ink" : "text-brand-ink",
          )}
        >
          <Arrow aria-hidden="true" size={14} />
          {ways[row.way]}
        </span>
      </td>
      <td className={`${TD} font-mono text-[0.71875rem]`}>
        <b>{row.method}</b> {row.path}
      </td>
      <td className={`${TD} max-w-70 truncate text-ink-2`} title={words}>
        {words}
      </td>
      <td className={TD}>
        <span className={classNames("inline-flex items-center gap-1", refused ? "text-ink-3" : "text-success-ink")}>
          {refused ? null : <Check aria-hidden="true" size={12} />}
          {checks[row.check] ?? row.check}
        </span>
      </td>
      <td
        className={classNames(
          TD,
          "text-right font-label tabular-nums",
          refused ? "font-semibold text-danger-ink" : "text-success-ink",
        )}
      >
        {row.status === 0 ? texts.noAnswer : row.status}
        {row.code ? ` · ${row.code}` : null}
      </td>
    </tr>
  );
}

/** Every request with its answer, newest first. */
export function Wire() {
  const { sandboxMessenger: texts } = useMessages();
  const format = useFormat();
  const { state } = useThePhone();
  const [filter, setFilter] = useState<Filter>("all");
  const rows = state.wire.rows.filter((row) => fits(row, filter));
  return (
    <section
      aria-labelledby="wire"
      className="flex min-h-0 grow flex-col overflow-hidden rounded-lg border border-line bg-surface shadow-sm max-md:h-full max-md:rounded-none max-md:border-0"
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
        <div className="min-h-0 grow overflow-auto">
          <table aria-labelledby="wire" className="w-full border-separate border-spacing-0 text-caption">
            <thead className="sticky top-0 z-1">
              <tr>
                <th scope="col" className={TH}>
                  {texts.time}
                </th>
                <th scope="col" className={TH}>
                  {texts.way}
                </th>
                <th scope="col" className={TH}>
                  {texts.request}
                </th>
                <th scope="col" className={TH}>
                  {texts.kind}
                </th>
                <th scope="col" className={TH}>
                  {texts.check}
                </th>
                <th scope="col" className={`${TH} text-right`}>
                  {texts.status}
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <Row key={row.id} row={row} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
