"use client";

import type { SendActions } from "#lib/conversations/send-actions/no-actions";
import { useMessages } from "../../../_i18n/language";
import type { Hue } from "../../../_ui/hue";
import { useTags } from "../_parts/live-shop";
import { useTeams } from "../_parts/teams-provider";

/** One thing that is done when a message goes, in words, and all of it without this one. */
export type ActionPart = { key: string; label: string; hue?: Hue; rest: SendActions };
type Named = { id: string; name: string };

/** What is done when a message goes, part by part; tags, members and teams that are gone are left out. */
export function useActionParts(members: readonly Named[]): (actions: SendActions) => ActionPart[] {
  const { sendActions: texts, triage } = useMessages();
  const [tags, teams] = [useTags(), useTeams()];

  function assigned(to: SendActions["assign"]): string | null {
    if (to === null) return null;
    if (to === "me") return texts.assignToMe;
    const named = to.memberId ? members.find(({ id }) => id === to.memberId) : teams.find(({ id }) => id === to.teamId);
    if (to.memberId === null && to.teamId === null) return texts.unassign;
    return named ? texts.assignTo(named.name) : null;
  }
  return (actions) => {
    const { tagIds, assign, priority, close } = actions;
    const to = assigned(assign);
    return [
      ...tags
        .filter(({ id }) => tagIds.includes(id))
        .map(({ id, name, hue }) => ({
          ...{ key: id, label: texts.tag(name), hue },
          rest: { ...actions, tagIds: tagIds.filter((one) => one !== id) },
        })),
      ...(to === null ? [] : [{ key: "assign", label: to, rest: { ...actions, assign: null } }]),
      ...(priority === null
        ? []
        : [
            {
              key: "priority",
              label: texts.priority(triage.priorities[priority]),
              rest: { ...actions, priority: null },
            },
          ]),
      ...(close ? [{ key: "close", label: texts.close, rest: { ...actions, close: false } }] : []),
    ];
  };
}
