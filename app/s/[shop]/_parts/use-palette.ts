"use client";

import {
  CircleUserRound,
  Keyboard,
  ListFilter,
  MessagesSquare,
  Search,
  Settings,
  SquareSlash,
  Tag,
  UserRound,
  Users,
} from "lucide-react";
import { useRouter } from "next/navigation";
import type { FixedView } from "#lib/conversations/conversation-order";
import { fold } from "#lib/core/fold";
import { useMessages } from "../../../_i18n/language";
import type { useAvailability } from "../availability/use-availability";
import { type Command, HERE } from "../commands";
import { useContactSearch } from "../contacts/use-contact-search";
import { useSavedReplies } from "../inbox/use-saved-replies";
import { inboxPath, VIEWS } from "../places";
import { useKeyed } from "../use-keyed";
import { useName } from "../use-name";
import { useShop, useTags, useViews } from "./live-shop";
import { useTeams } from "./teams-provider";
import { useNamedConversations } from "./use-named-conversations";
import { useOwnCommands } from "./use-own-commands";

/** Signs with which a search begins, and the groups it is then about. Source: drawing 03. */
const SCOPES: Record<string, readonly Command["group"][]> = {
  ">": ["conversation", "go", "own"],
  "@": ["people"],
  "#": ["conversations", "search"],
};
const NOTHING: readonly Command[] = [];
/** How many saved replies are offered at once. */
const MOST_REPLIES = 5;
/** The key that follows G. */
const KEYS: Partial<Record<FixedView, string>> = { open: "I", mine: "M", snoozed: "Z" };

export type PaletteOptions = {
  sections: readonly { href: string; label: string }[];
  availability: ReturnType<typeof useAvailability>;
  onSheet: () => void;
  onNewView: () => void;
};

/** What the palette offers for what is typed: commands and places by their words, people by name, and the search itself. */
export function usePalette(
  typed: string,
  { sections, availability, onSheet, onNewView }: PaletteOptions,
): readonly Command[] {
  const { inbox, shop, palette, triage, contacts, teams: teamTexts, views: texts } = useMessages();
  const { slug, commands, openConversation, wantedReply } = useShop();
  const [views, tags, teams] = [useViews(), useTags(), useTeams()];
  const router = useRouter();
  const scope = SCOPES[typed.charAt(0)];
  const words = (scope ? typed.slice(1) : typed).trim();
  const people = useContactSearch(slug, !scope || scope.includes("people") ? words : "") ?? [];
  const here = useKeyed(commands, HERE) ?? NOTHING;
  const named = useNamedConversations(slug, !scope || scope.includes("conversations") ? words : "");
  /** They are put into the answer of the conversation that is open as they are chosen: there has to be one. */
  const answered = useKeyed(openConversation, HERE) ?? null;
  const answering = words !== "" && !scope && answered !== null;
  const replies = useSavedReplies(answering);
  const nameOf = useName();
  const own = useOwnCommands(onNewView);
  const go = (path: string) => () => router.push(path);
  const q = typed.startsWith("#") ? `order:${words}` : words;

  const all: Command[] = [
    ...here,
    ...VIEWS.map(
      (view): Command => ({
        id: `view ${view}`,
        group: "go",
        label: inbox.views[view],
        icon: MessagesSquare,
        run: go(inboxPath(slug, view)),
        ...(KEYS[view] ? { keys: ["G", KEYS[view]] } : {}),
      }),
    ),
    ...views.map(
      ({ id, name, order }): Command => ({
        ...{ id: `view ${id}`, group: "go", label: name, hint: texts.title, icon: ListFilter },
        run: go(inboxPath(slug, `view:${id}`, undefined, order)),
      }),
    ),
    ...teams.map(
      ({ id, name }): Command => ({
        ...{ id: `team ${id}`, group: "go", label: name, hint: teamTexts.title, icon: Users },
        run: go(inboxPath(slug, `team:${id}`)),
      }),
    ),
    ...(words ? tags : []).map(
      ({ id, name }): Command => ({
        ...{ id: `tag ${id}`, group: "go", label: name, hint: triage.tags, icon: Tag },
        run: go(inboxPath(slug, `tag:${id}`)),
      }),
    ),
    {
      id: "contacts",
      group: "go",
      label: shop.nav.contacts,
      keys: ["G", "C"],
      icon: Users,
      run: go(`/s/${slug}/contacts`),
    },
    { id: "search", group: "go", label: palette.searchPage, keys: ["/"], icon: Search, run: go(`/s/${slug}/search`) },
    ...sections.map(
      ({ href, label }): Command => ({
        ...{ id: href, group: "go", label, hint: shop.nav.settings, icon: Settings, run: go(href) },
      }),
    ),
    {
      ...{ id: "availability", group: "go", hint: teamTexts.availability, icon: CircleUserRound },
      label: availability.value === "available" ? teamTexts.goAway : teamTexts.beAvailable,
      run: () => availability.set(availability.value === "available"),
    },
    { id: "sheet", group: "go", label: palette.sheet, keys: ["?"], icon: Keyboard, run: onSheet },
    ...(words || scope ? own : []),
  ];
  const wanted = fold(words);
  const fitting = all.filter(({ label, hint = "" }) => fold(`${label} ${hint}`).includes(wanted));
  const found: Command[] = [
    ...fitting.filter(({ group }) => group === "conversation"),
    ...(answering ? replies : [])
      .filter(({ title, body }) => fold(title).includes(wanted) || fold(body).includes(wanted))
      .slice(0, MOST_REPLIES)
      .map(
        (reply): Command => ({
          ...{ id: `reply ${reply.id}`, group: "replies", label: reply.title, hint: reply.body, icon: SquareSlash },
          run: () => {
            if (answered) wantedReply.set(answered, reply);
            document.getElementById("compose-reply")?.click();
          },
        }),
      ),
    ...fitting.filter(({ group }) => group !== "conversation"),
    ...people.map(
      ({ id, name, city }): Command => ({
        ...{ id: `person ${id}`, group: "people", label: name, icon: UserRound },
        ...(city ? { hint: city } : {}),
        run: go(`/s/${slug}/contacts/${id}`),
      }),
    ),
    ...named.map(
      ({ id, status, name, order }): Command => ({
        ...{ id: `conversation ${id}`, group: "conversations", icon: MessagesSquare },
        label: nameOf({ name }),
        hint: [order, contacts.conversation[status]].filter(Boolean).join(" · "),
        run: go(inboxPath(slug, status, id)),
      }),
    ),
    ...(words
      ? [
          {
            ...{ id: "search for", group: "search" as const, label: palette.searchFor(words), icon: Search },
            run: go(`/s/${slug}/search?${new URLSearchParams({ q })}`),
          },
        ]
      : []),
  ];
  return scope ? found.filter(({ group }) => scope.includes(group)) : found;
}
