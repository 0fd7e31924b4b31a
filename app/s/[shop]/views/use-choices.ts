"use client";

import { PURPOSE_LIST } from "#lib/contacts/purposes";
import type { TagHue } from "#lib/conversations/tags/hues";
import { useMessages } from "../../../_i18n/language";
import { useTags } from "../_parts/live-shop";
import { useTeams } from "../_parts/teams-provider";
import { PRIORITIES } from "../priorities";
import type { Choosing } from "./conditions";

/** `hue`: the colour that stands before its words. */
type Choice = { value: string; label: string; hue?: TagHue };

/** What can be chosen for a condition, in words. */
export function useChoices(): (field: Choosing["field"]) => readonly Choice[] {
  const { views, inbox, triage, receipts, permissions, common, teams: texts } = useMessages();
  const tags = useTags();
  const teams = useTeams();
  const named = (names: Record<string, string>, values: readonly string[]) =>
    values.map((value) => ({ value, label: names[value] ?? value }));
  return (field) => {
    switch (field) {
      case "status":
        return named(inbox.views, ["open", "snoozed", "closed", "spam"]).map((one) =>
          one.value === "open" ? { ...one, label: views.open } : one,
        );
      case "assignee":
        return named({ me: views.me, nobody: inbox.nobody }, ["me", "nobody"]);
      case "team":
        return [...teams.map(({ id, name }) => ({ value: id, label: name })), { value: "none", label: texts.noTeam }];
      case "tag":
        return tags.map(({ id, name, hue }) => ({ value: id, label: name, hue }));
      case "channel":
        return named(common.channels, ["web_chat", "messenger"]);
      case "priority":
        return named(triage.priorities, PRIORITIES);
      case "language":
        return named(views.languages, ["fr", "en"]);
      case "permission":
        return named(permissions.names, PURPOSE_LIST);
      case "order":
        return [...Object.entries(receipts.status), ["none", views.noOrder]].map(([value = "", label = ""]) => ({
          value,
          label,
        }));
      case "rating":
        return [
          ...inbox.rating.scores.map((label, place) => ({ value: `${place + 1}`, label })).reverse(),
          { value: "none", label: views.noRating },
        ];
    }
  };
}
