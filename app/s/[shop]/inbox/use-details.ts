"use client";

import { useEffect, useEffectEvent, useState } from "react";
import type { Problem } from "#lib/http/outcome";
import { shopChannel } from "#lib/realtime/channels";
import { useChannel } from "../../../_realtime/use-channel";
import { useShop } from "../_parts/live-shop";
import { useKeyed } from "../use-keyed";
import { useInbox } from "./_parts/inbox-context";
import type { ContactDetails } from "./inbox-loader";
import { useSettled } from "./use-settled";

/** What is kept is fetched anew only for a contact that the reader stays with. */
const SETTLED_MS = 250;

/** A contact with their orders: what is kept from before is shown at once and fetched anew, and again at each change. */
export function useDetails(contactId: string, initial: ContactDetails | null) {
  const { id } = useShop();
  const { details, loader } = useInbox();
  const held = useKeyed(details, contactId) ?? initial;
  const [problem, setProblem] = useState<Problem | null>(null);
  const settled = useSettled(SETTLED_MS);

  const load = async () => setProblem(await loader.contact(contactId));
  const [kept] = useState(held !== null);
  const loadWhenDue = useEffectEvent((due: boolean) => {
    if (due) load().catch(reportError);
  });
  useEffect(() => loadWhenDue(!kept), [kept]);
  useEffect(() => loadWhenDue(kept && settled), [kept, settled]);

  const changed = (data: { contactId: string | null }) => {
    if (data.contactId === contactId) load().catch(reportError);
  };
  useChannel<{ contactId: string | null }>(
    shopChannel(id),
    {
      "contact.changed": changed,
      "order.changed": changed,
      "contact_fields.changed": () => void load().catch(reportError),
    },
    (reason) => {
      if (reason !== "joined") load().catch(reportError);
    },
  );

  return { details: held, problem, load };
}
