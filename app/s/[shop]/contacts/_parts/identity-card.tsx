"use client";

import { useRouter } from "next/navigation";
import type { ContactView } from "#lib/contacts/load-contact";
import { shopChannel } from "#lib/realtime/channels";
import { Card, CardHead } from "#ui/card";
import { useMessages } from "../../../../_i18n/language";
import { useChannel } from "../../../../_realtime/use-channel";
import { useShop } from "../../_parts/live-shop";
import { useMerging, useShowContact } from "../use-merging";
import { IdentityList } from "./identity-list";
import { MergeList } from "./merge-list";
import { SamePerson } from "./same-person";

/** Who a contact is: its identities and what joined them, what was joined by hand, and the way to join or part. */
export function IdentityCard({ contact }: { contact: ContactView }) {
  const { contactMerge } = useMessages();
  const { id, slug } = useShop();
  const router = useRouter();
  const { busy, merge, undo } = useMerging(slug, contact.id, useShowContact(slug, contact.id));
  useChannel<{ contactId: string | null }>(
    shopChannel(id),
    {
      "contact.changed": ({ contactId }) => {
        if (contactId === contact.id) router.refresh();
      },
    },
    (reason) => {
      if (reason !== "joined") router.refresh();
    },
  );
  const known = contact.identities.length + (contact.signedIn ? 1 : 0);
  return (
    <Card aria-labelledby="identities">
      <CardHead id="identities" title={contactMerge.identities(known)} />
      <IdentityList identities={contact.identities} signedIn={contact.signedIn} />
      <MergeList merges={contact.merges} busy={busy} onSeparate={(mergeId) => void undo(mergeId)} />
      <SamePerson slug={slug} contact={contact} busy={busy} onMerge={merge} />
    </Card>
  );
}
