"use client";

import {
  CircleCheck,
  Info,
  Lock,
  Percent,
  Reply,
  RotateCcw,
  ShieldCheck,
  SquareSlash,
  UserRound,
  Users,
} from "lucide-react";
import { useRouter } from "next/navigation";
import { useEffect, useEffectEvent } from "react";
import type { ConversationRow } from "#lib/conversations/view-conversation";
import { useMessages } from "../../../_i18n/language";
import { useShop } from "../_parts/live-shop";
import { useTeams } from "../_parts/teams-provider";
import { type Command, HERE } from "../commands";
import { firstNameOf } from "../use-name";
import { useInbox } from "./_parts/inbox-context";
import type { useConversationActions } from "./use-conversation-actions";
import { useOffer } from "./use-offer";
import { useSortingCommands } from "./use-sorting-commands";

type Options = { onDetails: () => void };

const press = (id: string) => document.getElementById(id)?.click();

/** Tells the palette what can be done with the open conversation; nothing while none is open. */
export function useCommands(
  row: ConversationRow | null,
  can: ReturnType<typeof useConversationActions>,
  { onDetails }: Options,
): void {
  const { inbox, palette, teams: teamTexts } = useMessages();
  const teams = useTeams();
  const { commands, openConversation, wantedReply, slug, memberId } = useShop();
  const [offered, setOffer] = useOffer({ conversationId: row?.id ?? "", kind: "reply" });
  const { members } = useInbox();
  const sorting = useSortingCommands(row, can);
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
      ...sorting.list(row),
      here("reply", { label: inbox.reply, keys: ["R"], icon: Reply, run: () => press("compose-reply") }),
      here("offer", {
        label: offered ? inbox.offer.undeclare : inbox.offer.declare,
        icon: Percent,
        run: () => {
          setOffer(!offered);
          press("compose-reply");
        },
      }),
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
          run: () => can.assign(row, { memberId: id }),
        }),
      ),
      ...teams.map(({ id, name }) =>
        here(`assign team ${id}`, {
          label: teamTexts.assignTo(name),
          icon: Users,
          run: () => can.assign(row, { memberId: null, teamId: id }),
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
  const key = row
    ? `${row.id} ${sorting.key} ${row.assignee?.memberId} ${row.team?.id} ${teams.map(({ id, name }) => `${id} ${name}`)} ${offered}`
    : "";
  const id = row?.id ?? null;
  useEffect(() => {
    openConversation.set(HERE, id);
    return () => {
      openConversation.set(HERE, null);
      if (id) wantedReply.set(id, null); // what was chosen for it is not put in when she comes back
    };
  }, [openConversation, wantedReply, id]);
  useEffect(() => {
    commands.set(HERE, key ? list() : []);
    return () => commands.set(HERE, []);
  }, [commands, key]);
}
