"use client";

import { ArrowDownLeft, ArrowUpRight, Check } from "lucide-react";
import { useSandboxMessages } from "#app/_i18n/sandbox-language";
import { classNames } from "../../../_ui/class-names";
import type { WireView } from "../view";
import { useSandboxClock } from "./use-sandbox-clock";

const REFUSED_FROM = 400;
/** Kinds whose `about` is what somebody said. */
const SAID = new Set(["messages", "message_echoes", "message_edits", "message.text"]);

/** Columns that a narrow list leaves out; the row's kind and status say the most. */
export const WIDE_ONLY = "@max-[40rem]/wire:hidden";

const TD =
  "h-7.25 truncate @max-[40rem]/wire:whitespace-normal @max-[40rem]/wire:[overflow-wrap:anywhere] @max-[40rem]/wire:py-1 border-line border-b px-3 first:pl-4 last:pr-4 group-last:border-b-0";

/** Whether the other side said no, or nothing at all. */
export function isRefused({ status }: WireView): boolean {
  return status >= REFUSED_FROM || status === 0;
}

/** What crossed, as short as it fits a line, and whole for whoever points at it. */
function useWords({ kind, who, about, way }: WireView): Record<"short" | "whole", (string | null)[]> {
  const { sandboxMessenger: texts } = useSandboxMessages();
  const kinds: Record<string, string> = texts.kinds;
  const [first] = who?.split(" ") ?? [];
  const person = first ? (way === "in" ? texts.by(first) : texts.to(first)) : null;
  const quote = about && SAID.has(kind) ? texts.quote(about) : about;
  const name = kinds[kind] ?? kind.replace("message.text", "message").replace(".", " · ");
  return { short: [name, quote ?? person], whole: [name, person, quote] };
}

/** One request with its answer. */
export function WireRow({ row }: { row: WireView }) {
  const { sandboxMessenger: texts } = useSandboxMessages();
  const { toTheSecond } = useSandboxClock();
  const { short, whole } = useWords(row);
  const refused = isRefused(row);
  const proven = row.check.endsWith("_ok");
  const inbound = row.way === "in";
  const Arrow = inbound ? ArrowDownLeft : ArrowUpRight;
  const checks: Record<string, string> = texts.checks;
  return (
    <tr className={classNames("group", refused && "bg-danger-soft")}>
      <td className={`${TD} text-ink-3 tabular-nums`}>
        <time dateTime={row.at}>{toTheSecond(row.at)}</time>
      </td>
      <td className={TD}>
        <span
          className={classNames(
            "inline-flex items-center gap-1 align-middle font-label",
            inbound ? "text-info-ink" : "text-brand-ink",
          )}
        >
          <Arrow aria-hidden="true" size={14} />
          {inbound ? texts.wayIn : texts.wayOut}
        </span>
      </td>
      <td className={`${TD} ${WIDE_ONLY} font-mono text-[0.71875rem]`} title={row.path}>
        <b>{row.method}</b> {row.path}
      </td>
      <td className={`${TD} text-ink-2`} title={whole.filter(Boolean).join(" · ")}>
        {short.filter(Boolean).join(" · ")}
      </td>
      <td className={`${TD} ${WIDE_ONLY}`}>
        <span
          className={classNames(
            "inline-flex items-center gap-1 align-middle",
            proven ? "text-success-ink" : "text-ink-3",
          )}
        >
          {proven ? <Check aria-hidden="true" size={12} /> : null}
          {checks[row.check] ?? row.check}
        </span>
      </td>
      <td
        className={classNames(
          TD,
          "text-right tabular-nums",
          refused ? "font-semibold text-danger-ink" : "font-label text-success-ink",
        )}
      >
        {row.status === 0 ? texts.noAnswer : row.status}
        {row.code ? ` · ${row.code}` : null}
      </td>
    </tr>
  );
}
