"use client";

import type { ConversationRow } from "#lib/conversations/view-conversation";
import { presenceChannel } from "#lib/realtime/channels";
import { Avatar } from "#ui/avatar";
import { useFormat, useMessages } from "../../../../_i18n/language";
import { usePresence } from "../../../../_realtime/use-presence";
import { classNames } from "../../../../_ui/class-names";
import { useShop } from "../../_parts/live-shop";
import { firstNameOf } from "../../use-name";
import type { AssignTo } from "../use-assignees";
import type { TypingSign } from "../use-typing";
import { useInbox } from "./inbox-context";

type Props = {
  row: ConversationRow;
  onAssign: (to: AssignTo) => void;
  /** Who of the team is typing here. */
  typing: readonly TypingSign[];
  /** Listening starts once the thread stands still. */
  settled: boolean;
};

/** Which colleagues look at this conversation or answer it right now, so that two do not answer at once. */
export function Colleagues({ row, onAssign, typing, settled }: Props) {
  const { inbox } = useMessages();
  const format = useFormat();
  const { memberId } = useShop();
  const { members } = useInbox();
  const present = usePresence(settled ? presenceChannel(row.id) : null).filter((person) => person.id !== memberId);
  const replying = typing.length > 0;
  const known = ({ memberId: id, name }: TypingSign) => ({
    name: members.find((member) => member.id === id)?.name ?? name,
  });
  const people = replying ? typing.map(known) : present;
  const names = format.list(people.map((person) => firstNameOf(person.name)));
  const first = people[0];
  const sole = typing.length === 1 ? typing[0]?.memberId : undefined;
  return (
    <div role="status" className="shrink-0 px-4 max-md:px-2">
      {first ? (
        <p
          className={classNames(
            "mb-2 flex min-h-8 items-center gap-2 rounded-md px-2 text-caption",
            replying ? "bg-warning-soft text-warning-ink" : "text-ink-3",
          )}
        >
          <Avatar name={first.name} size={20} />
          <span className="min-w-0 grow truncate">
            <b className={replying ? "" : "font-medium"}>
              <bdi>{replying ? inbox.replying(names, people.length) : inbox.viewing(names, people.length)}</bdi>
            </b>{" "}
            {replying ? inbox.draftKept : null}
          </span>
          {sole && row.assignee?.memberId !== sole ? (
            <button
              type="button"
              onClick={() => onAssign({ memberId: sole })}
              className="shrink-0 rounded-xs px-1 font-semibold underline-offset-3 hover:underline max-md:min-h-11"
            >
              {inbox.letAnswer(firstNameOf(first.name))}
            </button>
          ) : null}
        </p>
      ) : null}
    </div>
  );
}
