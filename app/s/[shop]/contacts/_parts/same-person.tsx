"use client";

import { Search } from "lucide-react";
import { useState } from "react";
import type { ContactRow } from "#lib/contacts/list-contacts";
import { Avatar } from "#ui/avatar";
import { Button } from "#ui/button";
import { ConfirmDialog } from "#ui/confirm-dialog";
import { Dialog } from "#ui/dialog";
import { Input } from "#ui/input";
import { useFormat, useMessages } from "../../../../_i18n/language";
import { useName } from "../../use-name";
import { useContactSearch } from "../use-contact-search";

type Props = {
  slug: string;
  contact: { id: string; name: string };
  busy: boolean;
  onMerge: (otherId: string) => Promise<void>;
};

function Choices({ slug, not, onChoose }: { slug: string; not: string; onChoose: (row: ContactRow) => void }) {
  const { contactMerge } = useMessages();
  const format = useFormat();
  const [search, setSearch] = useState("");
  const found = useContactSearch(slug, search)?.filter(({ id }) => id !== not);
  const typed = search.trim();
  return (
    <div className="grid content-start gap-2 md:min-h-60">
      <Input
        type="search"
        autoFocus
        value={search}
        maxLength={100}
        onChange={(event) => setSearch(event.currentTarget.value)}
        aria-label={contactMerge.find}
        placeholder={contactMerge.findPlaceholder}
        lead={<Search aria-hidden="true" size={16} />}
      />
      <p role="status" className="text-caption text-ink-3 empty:hidden">
        {typed && !found ? contactMerge.searching : null}
        {typed && found?.length === 0 ? contactMerge.noneFound(typed) : null}
      </p>
      <ul>
        {(found ?? []).map((row) => (
          <li key={row.id} className="flex min-h-11 items-center gap-2.5 border-line border-t py-1.5 first:border-t-0">
            <Avatar name={row.name.trim() || null} size={32} {...(row.channel ? { channel: row.channel } : {})} />
            <span className="grid min-w-0 grow">
              <bdi className="truncate text-label">{row.name}</bdi>
              <time dateTime={row.lastSeenAt} className="text-caption text-ink-3">
                {format.ago(row.lastSeenAt)}
              </time>
            </span>
            <Button size="sm" aria-label={contactMerge.joinNamed(row.name)} onClick={() => onChoose(row)}>
              {contactMerge.join}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Lets a member say that another contact is the same person: found by search, asked once. */
export function SamePerson({ slug, contact, busy, onMerge }: Props) {
  const { contactMerge } = useMessages();
  const nameOf = useName();
  const [open, setOpen] = useState(false);
  const [other, setOther] = useState<ContactRow | null>(null);
  return (
    <div className="border-line border-t px-4 py-3">
      <p className="mb-2 text-caption text-ink-3">{contactMerge.samePersonText}</p>
      <Button size="sm" onClick={() => setOpen(true)}>
        {contactMerge.samePerson}
      </Button>
      <Dialog open={open} onOpenChange={setOpen} title={contactMerge.find} size="sm">
        <Choices
          slug={slug}
          not={contact.id}
          onChoose={(row) => {
            setOpen(false);
            setOther(row);
          }}
        />
      </Dialog>
      <ConfirmDialog
        open={other !== null}
        onOpenChange={(next) => (next ? undefined : setOther(null))}
        title={contactMerge.confirmTitle(nameOf(contact), other?.name ?? "")}
        text={contactMerge.confirmText}
        confirm={contactMerge.confirm}
        busy={busy}
        onConfirm={() => {
          if (other) onMerge(other.id).then(() => setOther(null), reportError);
        }}
      />
    </div>
  );
}
