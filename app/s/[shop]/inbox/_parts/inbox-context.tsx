"use client";

import { createContext, useContext } from "react";
import type { Order, View } from "#lib/conversations/conversation-order";
import type { KeyedStore } from "#lib/core/keyed-store";
import type { ContactDetails, InboxLoader } from "../inbox-loader";
import type { InboxActions } from "../load-inbox";
import type { TriageActions } from "../triage/bound-actions";

/** What is asked in a dialog before something is done. */
export type Asked = "snooze" | "tag" | "transcript" | "date";

export type InboxValue = {
  view: View;
  order: Order;
  members: readonly { id: string; name: string }[];
  actions: InboxActions;
  triage: TriageActions;
  asked: Asked | null;
  ask: (what: Asked | null) => void;
  loader: InboxLoader;
  /** By contact id. */
  details: KeyedStore<ContactDetails>;
  open: (conversationId: string) => void;
  leave: () => void;
};

const Context = createContext<InboxValue | null>(null);

export const InboxProvider = Context;

/** What every part of the inbox needs: what can be done, who with, and where to go. */
export function useInbox(): InboxValue {
  const value = useContext(Context);
  if (!value) throw new Error("There is no InboxProvider around this component.");
  return value;
}
