"use client";

import { usePathname } from "next/navigation";
import { Button } from "#ui/button";
import { useMessages } from "../../../../_i18n/language";
import { useShop, useUnsent } from "../../_parts/live-shop";
import { conversationIn } from "../../places";
import { useCopy } from "../use-copy";

/** What was written in a conversation that is not there any more: nothing typed is lost with it. */
export function KeptWords({ id }: { id: string }) {
  const { inbox, common } = useMessages();
  const { drafts } = useShop();
  const { outbox } = useUnsent();
  const copy = useCopy();
  const unsent = outbox.filter(({ conversationId }) => conversationId === id).map(({ body }) => body);
  const typed = (["reply", "note"] as const).map((kind) => drafts.text({ conversationId: id, kind }));
  const words = [...unsent, ...typed].filter(Boolean).join("\n\n");
  if (words === "") return null;
  return (
    <div className="mx-auto grid max-w-130 justify-items-start gap-2 rounded-md bg-sunken px-4 py-3">
      <p className="text-caption text-ink-3">{inbox.draftKept}</p>
      <p dir="auto" className="max-h-60 overflow-y-auto whitespace-pre-wrap text-body [overflow-wrap:anywhere]">
        {words}
      </p>
      <Button size="sm" onClick={() => copy(words)}>
        {common.copy}
      </Button>
    </div>
  );
}

/** The same for the conversation that the address names. */
export function KeptWordsHere() {
  const id = conversationIn(usePathname());
  return id ? <KeptWords id={id} /> : null;
}
