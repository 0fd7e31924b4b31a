"use client";

import { Check, Clock, type LucideIcon, X } from "lucide-react";
import type { ConsentRecordView } from "#lib/contacts/load-contact";
import { Badge } from "#ui/badge";
import { useFormat, useMessages } from "../../../../_i18n/language";
import { usePeopleMessages } from "../../../../_i18n/people-language";
import { classNames } from "../../../../_ui/class-names";
import { VerifyRecord } from "./verify-record";

type Look = { Icon: LucideIcon; ground: string; tone: "success" | "danger" | "neutral" };
const GIVEN: Look = { Icon: Check, ground: "bg-success-soft text-success-ink", tone: "success" };
const TAKEN: Look = { Icon: X, ground: "bg-danger-soft text-danger-ink", tone: "danger" };
const LATER: Look = { Icon: Clock, ground: "bg-active text-ink-2", tone: "neutral" };
const LOOKS: Record<string, Look> = {
  granted: GIVEN,
  refreshed: GIVEN,
  withdrawn: TAKEN,
  objected: TAKEN,
  expired: TAKEN,
  imported: LATER,
};

function useLanguageName() {
  const { locale } = useFormat();
  return (spoken: string) => new Intl.DisplayNames(locale, { type: "language" }).of(spoken) ?? spoken;
}

/** Every answer a contact gave about permissions, newest first, with when, where and in which words. */
export function Ledger({ records }: { records: readonly ConsentRecordView[] }) {
  const { contacts, contactMerge, permissions } = useMessages();
  const format = useFormat();
  const languageName = useLanguageName();
  const { ledger } = contacts;
  const { objection } = usePeopleMessages().contactData;
  const actions: Record<string, string> = ledger.actions;
  const acts: Record<string, string> = ledger.acts;
  if (records.length === 0) return <p className="px-4 pb-4 text-caption text-ink-3">{ledger.empty}</p>;
  return (
    <ol className="px-4 pb-2">
      {records.map((record) => {
        const { Icon, ground, tone } = record.voided ? LATER : (LOOKS[record.action] ?? LATER);
        return (
          <li key={record.id} className="grid grid-cols-[28px_minmax(0,1fr)] gap-x-2.5 border-line border-t py-3">
            <span aria-hidden="true" className={classNames("grid size-7 place-items-center rounded-full", ground)}>
              <Icon size={14} className="stroke-[2.2]" />
            </span>
            <div className="grid min-w-0 gap-1">
              <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-label">
                <b className={record.voided ? "line-through" : undefined}>{actions[record.action] ?? record.action}</b>
                <Badge tone={tone}>{permissions.names[record.purpose]}</Badge>
                <time dateTime={record.at} className="ml-auto text-caption text-ink-3">
                  {format.dayAndTime(record.at)}
                </time>
              </p>
              <q lang={record.locale} className="border-line-strong border-l-3 bg-sunken px-3 py-1.5 text-label">
                {record.text}
              </q>
              <p className="flex flex-wrap items-center gap-x-2 text-caption text-ink-3">
                <span>
                  {acts[record.act] ?? record.act} ·{" "}
                  {ledger.textVersion(languageName(record.locale), record.textVersion)}
                  {record.carried ? ` · ${contactMerge.carried}` : null}
                </span>
                <VerifyRecord record={record} />
              </p>
              {record.told ? (
                <p className="text-caption text-ink-2">
                  {objection.told(objection.ways[record.told.way], format.fullDate(`${record.told.on}T12:00Z`))}:{" "}
                  <q className="[overflow-wrap:anywhere]">{record.told.said}</q>
                </p>
              ) : null}
              {record.voided ? <p className="text-caption text-ink-2">{contactMerge.voided}</p> : null}
            </div>
          </li>
        );
      })}
    </ol>
  );
}
