"use client";

import { useRouter } from "next/navigation";
import { useRef } from "react";
import { shopChannel } from "#lib/realtime/channels";
import { notify } from "#ui/toast";
import { useMessages } from "../../_i18n/language";
import { useChannel } from "../../_realtime/use-channel";
import { inboxPath } from "./places";
import { firstNameOf } from "./use-name";

type Mention = { conversationId: string; messageId: string; memberId: string; by: string };

/** Tells the member when a colleague names her in a note, once, with the way there. */
export function useMentioned({ id, slug, memberId }: { id: string; slug: string; memberId: string }): void {
  const { inbox } = useMessages();
  const router = useRouter();
  const told = useRef(new Set<string>());
  useChannel<Mention>(
    shopChannel(id),
    {
      "member.mentioned": (mention) => {
        if (mention.memberId !== memberId || told.current.has(mention.messageId)) return;
        told.current.add(mention.messageId);
        const run = () => router.push(inboxPath(slug, "open", mention.conversationId));
        notify(inbox.notes.mentioned(firstNameOf(mention.by)), { undo: { label: inbox.notes.open, run } });
      },
    },
    () => undefined,
  );
}
