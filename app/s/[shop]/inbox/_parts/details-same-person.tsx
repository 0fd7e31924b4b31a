"use client";

import type { ContactView } from "#lib/contacts/load-contact";
import { useShop } from "../../_parts/live-shop";
import { SamePerson } from "../../contacts/_parts/same-person";
import { useMerging } from "../../contacts/use-merging";

type Props = { contact: ContactView; onChanged: () => void };

/** Lets a member say from the conversation that another contact is the same person. */
export default function DetailsSamePerson({ contact, onChanged }: Props) {
  const { slug } = useShop();
  const { busy, merge } = useMerging(slug, contact.id, onChanged);
  return contact.erasedAt ? null : <SamePerson slug={slug} contact={contact} busy={busy} onMerge={merge} />;
}
