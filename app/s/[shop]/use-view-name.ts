"use client";

import { isFixed, type View } from "#lib/conversations/conversation-order";
import { useMessages } from "../../_i18n/language";
import { useTags, useViews } from "./_parts/live-shop";
import { useTeams } from "./_parts/teams-provider";

/** What a view is called; one that is gone meanwhile is just the inbox. */
export function useViewName(view: View): string {
  const { inbox } = useMessages();
  const [views, tags, teams] = [useViews(), useTags(), useTeams()];
  if (isFixed(view)) return inbox.views[view];
  const id = view.slice(view.indexOf(":") + 1);
  return [...views, ...tags, ...teams].find((one) => one.id === id)?.name ?? inbox.title;
}
