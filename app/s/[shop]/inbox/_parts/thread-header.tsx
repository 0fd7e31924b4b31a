"use client";

import { AlarmClock, ChevronLeft, CircleCheck, Info, RotateCcw } from "lucide-react";
import type { ConversationRow } from "#lib/conversations/view-conversation";
import { Button } from "#ui/button";
import { IconButton } from "#ui/icon-button";
import { useMessages } from "../../../../_i18n/language";
import { useName } from "../../use-name";
import type { useConversationActions } from "../use-conversation-actions";
import { AssignMenu } from "./assign-menu";
import { useInbox } from "./inbox-context";
import { MoreMenu } from "./more-menu";

type Props = {
  row: ConversationRow;
  can: ReturnType<typeof useConversationActions>;
  onDetails: () => void;
  docked: boolean;
};

/** Who the conversation is with, who answers it, and what can be done with it as a whole. */
export function ThreadHeader({ row, can, onDetails, docked }: Props) {
  const { inbox, common, triage } = useMessages();
  const { leave, ask } = useInbox();
  const name = useName()(row.contact);
  const open = row.status === "open";
  return (
    <header className="flex min-h-(--h-bar) shrink-0 items-center gap-1 border-line border-b py-1 pr-3 pl-4 max-md:px-1">
      <span className="md:hidden">
        <IconButton
          data-back=""
          label={inbox.backToList}
          icon={<ChevronLeft aria-hidden="true" size={20} />}
          onClick={leave}
        />
      </span>
      <div className="grid min-w-0 grow">
        <h2 className="truncate font-heading text-body" title={name}>
          <bdi>{name}</bdi>
        </h2>
        <p className="truncate text-caption text-ink-3 @max-[15rem]/app:hidden">
          {common.channels[row.channel]}
          {open ? null : ` · ${inbox.views[row.status]}`}
        </p>
      </div>
      <div className="flex items-center gap-1 @max-[15rem]/app:hidden">
        <span className="flex min-w-0 max-md:hidden">
          <AssignMenu row={row} onAssign={(to) => can.assign(row, to)} />
        </span>
        <span className="flex max-md:hidden">
          <IconButton
            label={triage.snooze}
            shortcut="S"
            aria-keyshortcuts="s"
            icon={<AlarmClock aria-hidden="true" size={18} />}
            onClick={() => ask("snooze")}
          />
        </span>
        <span className="flex max-md:hidden">
          <Button
            className="ml-1"
            busy={can.busy}
            icon={open ? <CircleCheck aria-hidden="true" size={16} /> : <RotateCcw aria-hidden="true" size={16} />}
            aria-keyshortcuts="e"
            onClick={() => can.toggleClosed(row)}
          >
            {open ? inbox.close : inbox.reopen}
          </Button>
        </span>
        <span className="md:hidden">
          <IconButton
            label={open ? inbox.close : inbox.reopen}
            icon={open ? <CircleCheck aria-hidden="true" size={20} /> : <RotateCcw aria-hidden="true" size={20} />}
            onClick={() => can.toggleClosed(row)}
          />
        </span>
        <span className={docked ? "lg:hidden" : ""}>
          <IconButton
            label={inbox.details}
            shortcut="I"
            icon={<Info aria-hidden="true" size={18} />}
            onClick={onDetails}
          />
        </span>
        <span className="max-md:hidden">
          <MoreMenu row={row} can={can} onDetails={onDetails} />
        </span>
      </div>
      <div className="md:hidden">
        <MoreMenu full row={row} can={can} onDetails={onDetails} />
      </div>
    </header>
  );
}
