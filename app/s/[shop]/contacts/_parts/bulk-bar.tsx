"use client";

import { Download, Send } from "lucide-react";
import type { ContactFilter } from "#lib/contacts/contact-filter";
import type { Reach } from "#lib/contacts/count-reach";
import { Button } from "#ui/button";
import { usePeopleMessages } from "../../../../_i18n/people-language";
import { useRun } from "../../../../_shared/use-run";
import { countReachAction } from "../actions";
import type { useExport } from "../use-export";
import { TagMenu } from "./tag-menu";

type Props = {
  slug: string;
  filter: ContactFilter;
  /** How many are chosen, and how many of them may be sent offers. */
  reach: Reach;
  /** Whether everybody the filter means may still be chosen. */
  mayChooseAll: boolean;
  onChooseAll: (reach: Reach) => void;
  /** Null for who may not take contacts out of the shop. */
  exporting: Pick<ReturnType<typeof useExport>, "busy" | "done"> | null;
  onExport: () => void;
  /** Who is chosen one by one; null where everybody is. */
  contactIds: readonly string[] | null;
  onMessage: () => void;
  onClear: () => void;
};

const ACTION = "min-h-8 rounded-xs px-1 focus-visible:outline-current max-md:min-h-11";

/** How many are chosen, how many of them may be sent offers, and what can be done with them. */
export function BulkBar(props: Props) {
  const { slug, filter, reach, mayChooseAll, onChooseAll, exporting, onExport, contactIds, onMessage, onClear } = props;
  const { contactTable } = usePeopleMessages();
  const { busy, run } = useRun();
  return (
    <section
      aria-label={contactTable.chosenContacts}
      className="sticky bottom-4 z-2 mx-auto flex w-fit max-w-full flex-wrap items-center gap-x-4 gap-y-1 rounded-lg bg-tooltip px-4 py-2 text-label text-on-tooltip shadow-lg max-md:bottom-2 forced-colors:border"
    >
      <b role="status">{contactTable.selected(reach.contacts)}</b>
      <span className="min-w-0">{contactTable.reach(reach)}</span>
      {mayChooseAll ? (
        <button
          type="button"
          aria-disabled={busy}
          onClick={() => (busy ? undefined : void run(() => countReachAction(slug, filter), onChooseAll))}
          className={`${ACTION} underline underline-offset-3`}
        >
          {contactTable.everyPage}
        </button>
      ) : null}
      <Button size="sm" icon={<Send aria-hidden="true" size={14} />} onClick={onMessage}>
        {contactTable.message.open}
      </Button>
      {contactIds ? <TagMenu slug={slug} contactIds={contactIds} /> : null}
      {exporting ? (
        <Button size="sm" icon={<Download aria-hidden="true" size={14} />} busy={exporting.busy} onClick={onExport}>
          {exporting.busy ? contactTable.exporting(exporting.done) : contactTable.export}
        </Button>
      ) : null}
      <button type="button" onClick={onClear} className={`${ACTION} font-semibold`}>
        {contactTable.clear}
      </button>
    </section>
  );
}
