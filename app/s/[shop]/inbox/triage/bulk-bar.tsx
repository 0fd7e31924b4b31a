"use client";

import { AlarmClock, CircleCheck, OctagonAlert, RotateCcw, Tag, UserRound, X } from "lucide-react";
import { useEffect, useState } from "react";
import { Checkbox } from "#ui/checkbox";
import { IconButton } from "#ui/icon-button";
import { Menu, MenuChoices } from "#ui/menu";
import { useMessages } from "../../../../_i18n/language";
import { classNames } from "../../../../_ui/class-names";
import { assignTo, useAssignees } from "../use-assignees";
import { TagDialog } from "./tag-dialog";
import { TimeDialog } from "./time-dialog";
import type { Bulk } from "./use-bulk";

/** Once the bar is gone, focus that was in it goes on in the list. */
function useFocusBack(): void {
  useEffect(
    () => () => {
      requestAnimationFrame(() => {
        if (document.activeElement !== document.body) return;
        document.querySelector<HTMLElement>("[data-conversation]")?.focus({ preventScroll: true });
      });
    },
    [],
  );
}

/** What can be done with the selected conversations, in the place of the list's title. */
export function BulkBar({ bulk, whole }: { bulk: Bulk; whole: boolean }) {
  const { inbox, triage, common } = useMessages();
  const { bulk: texts } = triage;
  const assignees = useAssignees();
  const [asked, ask] = useState<"snooze" | "tag" | null>(null);
  const { chosen, apply } = bulk;
  const open = chosen.some(({ status }) => status === "open");
  const onAll = (chosen[0]?.tags ?? []).filter((tag) => chosen.every(({ tags }) => tags.includes(tag)));
  const none = chosen.length === 0;
  const stop = () => ask(null);
  useFocusBack();
  return (
    <div
      role="toolbar"
      aria-label={texts.title}
      aria-busy={bulk.busy}
      className={classNames(
        "flex min-h-(--h-bar) shrink-0 items-center gap-1 border-line border-b bg-selected px-4 max-md:flex-wrap max-md:px-2",
        none && "md:hidden",
      )}
    >
      <Checkbox
        checked={whole}
        mixed={!whole && chosen.length > 0}
        onChange={whole ? bulk.clear : bulk.chooseAll}
        className="mr-1.5 max-md:mr-0 max-md:size-11 max-md:px-3 max-md:pt-2.75"
      >
        <span className="sr-only">{texts.all}</span>
      </Checkbox>
      <span role="status" className="min-w-0 grow truncate font-label text-label max-md:basis-[calc(100%-8rem)]">
        {bulk.everything ? texts.everything : texts.selected(chosen.length)}
      </span>
      <IconButton
        size="sm"
        label={common.clear}
        icon={<X aria-hidden="true" size={16} />}
        onClick={bulk.clear}
        className="md:order-last"
      />
      <IconButton
        size="sm"
        id="bulk-close"
        shortcut="E"
        disabled={none}
        label={open ? inbox.close : inbox.reopen}
        icon={open ? <CircleCheck aria-hidden="true" size={16} /> : <RotateCcw aria-hidden="true" size={16} />}
        onClick={() => apply({ kind: open ? "close" : "reopen" })}
      />
      <IconButton
        size="sm"
        id="bulk-snooze"
        shortcut="S"
        disabled={none}
        label={triage.snooze}
        icon={<AlarmClock aria-hidden="true" size={16} />}
        onClick={() => ask("snooze")}
      />
      <IconButton
        size="sm"
        id="bulk-tag"
        shortcut="T"
        disabled={none}
        label={triage.tag}
        icon={<Tag aria-hidden="true" size={16} />}
        onClick={() => ask("tag")}
      />
      <Menu
        align="end"
        trigger={
          <IconButton
            size="sm"
            id="bulk-assign"
            shortcut="A"
            disabled={none}
            label={inbox.assign}
            icon={<UserRound aria-hidden="true" size={16} />}
          />
        }
      >
        <MenuChoices
          value={null}
          onChange={(choice: string) => apply({ kind: "assign", ...assignTo(choice) })}
          options={assignees}
        />
      </Menu>
      <IconButton
        size="sm"
        disabled={none}
        label={triage.spam}
        icon={<OctagonAlert aria-hidden="true" size={16} />}
        onClick={() => apply({ kind: "spam" })}
      />
      {asked === "snooze" ? (
        <TimeDialog
          title={triage.snoozeUntil}
          reply
          onChoose={(until) => apply({ kind: "snooze", until })}
          onClose={stop}
        />
      ) : null}
      {asked === "tag" ? (
        <TagDialog held={onAll} onToggle={(tagId, on) => apply({ kind: on ? "tag" : "untag", tagId })} onClose={stop} />
      ) : null}
    </div>
  );
}
