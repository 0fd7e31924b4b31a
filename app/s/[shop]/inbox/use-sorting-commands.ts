"use client";

import {
  AlarmClock,
  ArrowUp,
  Ban,
  CalendarDays,
  FileText,
  Flag,
  Mail,
  OctagonAlert,
  ReceiptText,
  RotateCcw,
  Tag,
} from "lucide-react";
import { type Preset, snoozePresets } from "#lib/conversations/snooze/presets";
import { UNTIL_REPLY } from "#lib/conversations/snooze/until-reply";
import type { ConversationRow } from "#lib/conversations/view-conversation";
import { notify } from "#ui/toast";
import { useFormat, useMessages } from "../../../_i18n/language";
import type { Command } from "../commands";
import { PRIORITIES } from "../priorities";
import { useKeyed } from "../use-keyed";
import { useInbox } from "./_parts/inbox-context";
import { mayBeUnread } from "./may-be-unread";
import type { useConversationActions } from "./use-conversation-actions";
import { useReceipt } from "./use-receipt";

/** Moves to the first message that was unread as the conversation was opened; answers whether there is one. */
function toFirstUnread(): boolean {
  const further = document.getElementById("first-unread");
  if (further) further.click();
  const line = document.getElementById("unread-line");
  line?.scrollIntoView({ block: "center" });
  line?.focus({ preventScroll: true });
  return further !== null || line !== null;
}

type Rest = Omit<Command, "id" | "group">;

/**
 * The commands that sort the open conversation or move in it. `key` changes whenever other ones are to be listed. They
 * are listed long before one of them is run, so times are worked out as it is.
 */
export function useSortingCommands(row: ConversationRow | null, can: ReturnType<typeof useConversationActions>) {
  const { inbox, triage, palette } = useMessages();
  const format = useFormat();
  const { ask, details } = useInbox();
  const receipt = useReceipt();
  const order = useKeyed(details, row?.contact.id ?? "")?.orders[0];
  const due = row && order && !order.receiptIn.includes(row.id) ? order : null;
  const presets = () => snoozePresets(format.now(), format.timeZone);

  function snooze(now: ConversationRow, preset: Preset) {
    const chosen = presets().find((one) => one.preset === preset);
    if (chosen) can.snooze(now, chosen.until.toISOString());
    else ask("snooze");
  }
  function list(now: ConversationRow): Command[] {
    const { spam, id: contactId } = now.contact;
    const here = (id: string, rest: Rest): Command => ({ id, group: "conversation", ...rest });
    return [
      here("snooze", { label: triage.snooze, keys: ["S"], icon: AlarmClock, run: () => ask("snooze") }),
      ...presets().map(({ preset }) =>
        here(`snooze ${preset}`, {
          label: palette.snooze(triage.presets[preset].toLowerCase()),
          icon: AlarmClock,
          run: () => snooze(now, preset),
        }),
      ),
      here("snooze reply", {
        label: palette.snooze(triage.untilReply.toLowerCase()),
        icon: AlarmClock,
        run: () => can.snooze(now, UNTIL_REPLY),
      }),
      here("tag", { label: triage.tag, keys: ["T"], icon: Tag, run: () => ask("tag") }),
      ...PRIORITIES.filter((one) => one !== now.priority).map((priority) =>
        here(`priority ${priority}`, {
          label: palette.priority(triage.priorities[priority].toLowerCase()),
          icon: Flag,
          run: () => can.setPriority(now, priority),
        }),
      ),
      ...(mayBeUnread(now)
        ? [here("unread", { label: inbox.markUnread, keys: ["⇧", "U"], icon: Mail, run: () => can.markUnread(now) })]
        : []),
      here("first unread", {
        label: palette.firstUnread,
        icon: ArrowUp,
        run: () => toFirstUnread() || notify(palette.noneUnread),
      }),
      here("date", { label: inbox.goToDate, icon: CalendarDays, run: () => ask("date") }),
      here("transcript", { label: inbox.transcript.title, icon: FileText, run: () => ask("transcript") }),
      ...(due
        ? [
            here("receipt", {
              ...{ label: inbox.sendReceipt, hint: due.number, icon: ReceiptText },
              run: () => receipt.send({ orderId: due.id, conversationId: now.id, contactId }).catch(reportError),
            }),
          ]
        : []),
      ...(now.status === "spam"
        ? []
        : [here("spam", { label: triage.spam, icon: OctagonAlert, run: () => can.markSpam(now) })]),
      ...(now.status === "spam" && !spam
        ? [here("not spam", { label: triage.notSpam, icon: RotateCcw, run: () => can.reopen(now) })]
        : []),
      here("block", { label: spam ? triage.unblock : triage.block, icon: Ban, run: () => can.setBlocked(now, !spam) }),
    ];
  }
  const key = row ? `${row.status} ${row.priority} ${row.contact.spam} ${mayBeUnread(row)} ${due?.id}` : "";
  return { list, key };
}
