"use client";

import { type ReactNode, useState } from "react";
import type { ContactFilter } from "#lib/contacts/contact-filter";
import type { Reach } from "#lib/contacts/count-reach";
import type { FieldView } from "#lib/contacts/fields/list-fields";
import type { ContactRow } from "#lib/contacts/list-contacts";
import { MOST_NAMED } from "#lib/privacy/contact-export/view-export";
import { Card } from "#ui/card";
import type { BulkMessageJob } from "../use-bulk-message";
import { useExport } from "../use-export";
import { BulkBar } from "./bulk-bar";
import { ContactTable } from "./contact-table";
import { MessageDialog } from "./message-dialog";

type Props = {
  slug: string;
  filter: ContactFilter;
  rows: readonly ContactRow[];
  fields: readonly FieldView[];
  /** The way to the other pages of these contacts, where there are any. */
  pager: ReactNode;
  mayExport: boolean;
  /** The message to many that is under way, or is begun here. */
  job: BulkMessageJob;
};

function reachOf(chosen: ReadonlyMap<string, ContactRow>): Reach {
  const rows = [...chosen.values()];
  return { contacts: rows.length, offers: rows.filter(({ permissions }) => permissions.offers.state === "on").length };
}

/**
 * The table with what is chosen in it, on this page and those turned since, as many as go at once, and what may be done
 * with the chosen.
 */
export function ContactChoice({ slug, filter, rows, fields, pager, mayExport, job }: Props) {
  const [chosen, setChosen] = useState<ReadonlyMap<string, ContactRow>>(new Map());
  /** Everybody the filter means was chosen, on every page; choosing one by one again ends it. */
  const [all, setAll] = useState<Reach | null>(null);
  const [writing, write] = useState(false);
  const exporting = useExport(slug, filter);
  const choose = (picked: readonly ContactRow[], on: boolean) => {
    setAll(null);
    setChosen((before) => {
      const next = new Map(before);
      for (const row of picked)
        if (!on) next.delete(row.id);
        else if (next.size < MOST_NAMED) next.set(row.id, row);
      return next;
    });
  };
  return (
    <>
      <Card className="overflow-hidden">
        <ContactTable slug={slug} rows={rows} fields={fields} chosen={chosen} onChoose={choose} />
        {pager}
      </Card>
      {chosen.size > 0 ? (
        <BulkBar
          slug={slug}
          filter={filter}
          reach={all ?? reachOf(chosen)}
          mayChooseAll={pager !== null && !all}
          onChooseAll={setAll}
          exporting={mayExport ? exporting : null}
          onExport={() => void exporting.start(all ? undefined : [...chosen.keys()])}
          contactIds={all ? null : [...chosen.keys()]}
          onMessage={() => write(true)}
          onClear={() => choose([...chosen.values()], false)}
        />
      ) : null}
      {writing ? (
        <MessageDialog
          slug={slug}
          whom={all ? { filter } : { contactIds: [...chosen.keys()] }}
          total={all?.contacts ?? chosen.size}
          chosen={chosen}
          job={job}
          onClose={() => write(false)}
        />
      ) : null}
    </>
  );
}
