"use client";

import { CircleCheck, Info, Lock, Reply, RotateCcw, ShieldCheck, SquareSlash, UserRound } from "lucide-react";
import { useRouter } from "next/navigation";
import { useEffect, useEffectEvent } from "react";
import type { ConversationRow } from "#lib/conversations/view-conversation";
import { useMessages } from "../../../_i18n/language";
import { useShop } from "../_parts/live-shop";
import { type Command, HERE } from "../commands";
import { firstNameOf } from "../use-name";
import { useInbox } from "./_parts/inbox-context";
import type { useConversationActions } from "./use-conversation-actions";

type Options = { onDetails: () => void };

const press = (id: string) => document.getElementById(id)?.click();

/** Tells the palette what can be done with the open conversation; nothing while none is open. */
export function useCommands(
  row: ConversationRow | null,
  can: ReturnType<typeof useConversationActions>,
  { onDetails }: Options,
): void {
  const { inbox, palette } = useMessages();
  const { commands, slug, memberId } = useShop();
  const { members } = useInbox();
  const router = useRouter();

  const list = useEffectEvent((): Command[] => {
    if (!row) return [];
    const open = row.status === "open";
    const here = (id: string, rest: Omit<Command, "id" | "group">): Command => ({ id, group: "conversation", ...rest });
    const others = members.filter(({ id }) => id !== row.assignee?.memberId && id !== memberId);
    return [
      here("close", {
        label: open ? inbox.close : inbox.reopen,
        keys: ["E"],
        icon: open ? CircleCheck : RotateCcw,
        run: () => can.toggleClosed(row),
      }),
      here("reply", { label: inbox.reply, keys: ["R"], icon: Reply, run: () => press("compose-reply") }),
      here("note", { label: inbox.notes.label, keys: ["N"], icon: Lock, run: () => press("compose-note") }),
      here("saved", {
        label: inbox.savedReplies.title,
        keys: ["/"],
        icon: SquareSlash,
        run: () => press("saved-replies"),
      }),
      here("take", { label: palette.takeIt, keys: ["M"], icon: UserRound, run: () => can.take(row) }),
      ...others.map(({ id, name }) =>
        here(`assign ${id}`, {
          label: palette.assignTo(firstNameOf(name)),
          icon: UserRound,
          run: () => can.assign(row, id),
        }),
      ),
      here("details", { label: inbox.details, keys: ["I"], icon: Info, run: onDetails }),
      here("permissions", {
        label: palette.permissions,
        keys: ["P"],
        icon: ShieldCheck,
        run: () => router.push(`/s/${slug}/contacts/${row.contact.id}`),
      }),
    ];
  });
  const key = row ? `${row.id} ${row.status} ${row.assignee?.memberId}` : "";
  useEffect(() => {
    commands.set(HERE, key ? list() : []);
    return () => commands.set(HERE, []);
  }, [commands, key]);
}
