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

/** A change to the ledger and the order behind it come close together: they are fetched once. */
const SETTLED_MS = 250;

/** A contact with her orders, fetched again whenever either changes. */
export function useDetails(contactId: string, initial: ContactDetails | null) {
  const { id } = useShop();
  const { details, loader } = useInbox();
  const held = useKeyed(details, contactId) ?? initial;
  const [problem, setProblem] = useState<Problem | null>(null);
  const settled = useSettled(SETTLED_MS);

  const load = async () => setProblem(await loader.contact(contactId));
  const loadFirst = useEffectEvent(() => {
    if (!held) load().catch(reportError);
  });
  useEffect(() => loadFirst(), []);

  const changed = (data: { contactId: string | null }) => {
    if (data.contactId === contactId) load().catch(reportError);
  };
  useChannel<{ contactId: string | null }>(
    settled ? shopChannel(id) : null,
    { "contact.changed": changed, "order.changed": changed },
    () => load().catch(reportError),
  );

  return { details: held, problem, load };
}
