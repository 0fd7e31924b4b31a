"use client";

import { useEffect, useEffectEvent, useState } from "react";
import { useFormat, useMessages } from "#app/_i18n/language";
import type { WaitingMessage } from "#lib/conversations/leaving/list-scheduled-of";
import { Banner } from "#ui/banner";
import { Checkbox } from "#ui/checkbox";
import { ConfirmDialog } from "#ui/confirm-dialog";
import { useShop } from "../../../_parts/live-shop";
import { fetchJson } from "../../../fetch-json";
import { useName } from "../../../use-name";
import { useAct } from "../../_parts/use-act";
import type { TeamActions } from "./team-actions";

type Waiting = { messages: readonly WaitingMessage[]; more: boolean };
type Props = {
  member: { id: string; name: string };
  removeMember: TeamActions["removeMember"];
  open: boolean;
  onOpenChange: (open: boolean) => void;
};

/** What of a member's messages is scheduled, each to be taken over or not. */
function Scheduled({
  waiting,
  chosen,
  onToggle,
}: {
  waiting: Waiting;
  chosen: readonly string[];
  onToggle: (id: string) => void;
}) {
  const { team } = useMessages();
  const format = useFormat();
  const nameOf = useName();
  return (
    <fieldset className="grid gap-2 px-6 pb-2 max-md:px-4">
      <legend className="mb-1 text-body text-ink-2">{team.scheduled(waiting.messages.length)}</legend>
      <ul className="grid max-h-64 gap-1.5 overflow-y-auto rounded-md border border-line p-3">
        {waiting.messages.map(({ id, contactName, preview, sendAt }) => (
          <li key={id}>
            <Checkbox className="max-md:min-h-11" checked={chosen.includes(id)} onChange={() => onToggle(id)}>
              <span className="grid min-w-0">
                <span className="text-label">
                  {team.scheduledFor(nameOf({ name: contactName }), format.dayAndTimeInline(sendAt))}
                </span>
                <bdi className="truncate text-caption text-ink-3">{preview}</bdi>
              </span>
            </Checkbox>
          </li>
        ))}
      </ul>
      {waiting.more ? <p className="text-caption text-ink-3">{team.scheduledMore}</p> : null}
    </fieldset>
  );
}

/** Asks before a member is removed, and which of her scheduled messages are to go all the same. */
export function RemoveDialog({ member, removeMember, open, onOpenChange }: Props) {
  const { team, common } = useMessages();
  const { slug } = useShop();
  const { pending, act } = useAct();
  const [waiting, setWaiting] = useState<Waiting | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const load = useEffectEvent(async () => {
    setChosen([]);
    const answer = await fetchJson<Waiting>(`/api/v1/shops/${slug}/members/${member.id}/scheduled`);
    setProblem(answer.ok ? null : answer.problem.message || common.noConnection);
    if (answer.ok) setWaiting(answer.value);
  });
  useEffect(() => {
    if (open) load().catch(reportError);
  }, [open]);
  const toggle = (id: string) =>
    setChosen((held) => (held.includes(id) ? held.filter((one) => one !== id) : [...held, id]));
  const remove = () =>
    act(
      () => removeMember({ memberId: member.id, ...(chosen.length > 0 ? { takeOver: [...chosen] } : {}) }),
      team.removed(member.name),
      () => onOpenChange(false),
    );
  return (
    <ConfirmDialog
      open={open}
      onOpenChange={onOpenChange}
      title={team.removeTitle(member.name)}
      text={team.removeText(member.name)}
      confirm={team.removeMember}
      danger
      busy={pending || (waiting === null && problem === null)}
      onConfirm={remove}
    >
      {problem ? (
        <Banner tone="danger" role="alert">
          {team.scheduledUnread(problem)}
        </Banner>
      ) : null}
      {waiting && waiting.messages.length > 0 ? (
        <Scheduled waiting={waiting} chosen={chosen} onToggle={toggle} />
      ) : null}
    </ConfirmDialog>
  );
}
