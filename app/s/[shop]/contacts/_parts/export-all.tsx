"use client";

import { Download } from "lucide-react";
import type { ContactFilter } from "#lib/contacts/contact-filter";
import { Button } from "#ui/button";
import { usePeopleMessages } from "../../../../_i18n/people-language";
import { useExport } from "../use-export";

/** Takes everybody the list shows out of the shop, on every page of it. */
export function ExportAll({ slug, filter }: { slug: string; filter: ContactFilter }) {
  const { contactTable } = usePeopleMessages();
  const { busy, done, start } = useExport(slug, filter);
  return (
    <Button icon={<Download aria-hidden="true" size={16} />} busy={busy} onClick={() => void start()}>
      {busy ? contactTable.exporting(done) : contactTable.export}
    </Button>
  );
}
