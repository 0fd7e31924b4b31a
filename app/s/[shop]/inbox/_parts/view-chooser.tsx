"use client";

import { ChevronDown } from "lucide-react";
import { useRouter } from "next/navigation";
import { Fragment, type ReactNode } from "react";
import type { View } from "#lib/conversations/conversation-order";
import type { TagView } from "#lib/conversations/tags/list-tags";
import { Menu, MenuChoices, MenuLabel, MenuLine } from "#ui/menu";
import { TagDot } from "#ui/tag-dot";
import { useMessages } from "../../../../_i18n/language";
import { useShop, useTags, useViews } from "../../_parts/live-shop";
import { NavCount } from "../../_parts/nav-count";
import { useTeamsOf } from "../../_parts/teams-provider";
import { useCountOf } from "../../_parts/use-count-of";
import { inboxPath, VIEWS } from "../../places";

const named = (label: string) => <bdi className="block truncate">{label}</bdi>;
const tagged = ({ name, hue }: TagView) => (
  <span className="flex min-w-0 items-center gap-2">
    <TagDot hue={hue} />
    {named(name)}
  </span>
);

/** The views with how many conversations each holds. */
function ViewChoices({ view }: { view: View }) {
  const { inbox, views: texts, triage, teams } = useMessages();
  const { slug, memberId } = useShop();
  const router = useRouter();
  const [views, tags, mine] = [useViews(), useTags(), useTeamsOf(memberId)];
  const kept: { title: string; choices: { value: View; label: ReactNode }[] }[] = [
    { title: teams.yours, choices: mine.map(({ id, name: label }) => ({ value: `team:${id}`, label: named(label) })) },
    { title: texts.title, choices: views.map(({ id, name: label }) => ({ value: `view:${id}`, label: named(label) })) },
    { title: triage.tags, choices: tags.map((tag) => ({ value: `tag:${tag.id}`, label: tagged(tag) })) },
  ];
  const countOf = useCountOf();
  const counted = <C extends { value: View; label: ReactNode }>(choice: C) => ({
    ...choice,
    trail: <NavCount count={countOf(choice.value)} className="ml-2" />,
  });
  const go = (to: View) => {
    const order = views.find(({ id }) => to === `view:${id}`)?.order;
    router.push(inboxPath(slug, to, undefined, order));
  };
  return (
    <>
      <MenuChoices<View>
        value={view}
        onChange={go}
        options={VIEWS.map((value) => counted({ value, label: inbox.views[value] }))}
      />
      {kept.map(({ title, choices }) =>
        choices.length > 0 ? (
          <Fragment key={title}>
            <MenuLine />
            <MenuLabel>{title}</MenuLabel>
            <MenuChoices<View> value={view} onChange={go} options={choices.map(counted)} />
          </Fragment>
        ) : null,
      )}
    </>
  );
}

/** The name of the view, and the way to the others where there is no rail to choose them in. */
export function ViewChooser({ view, name }: { view: View; name: string }) {
  const { inbox } = useMessages();
  return (
    <Menu
      trigger={
        <button
          type="button"
          aria-label={`${inbox.title}: ${name}`}
          className="flex min-h-11 min-w-0 max-w-full items-center gap-1 rounded-md"
        >
          <span className="type-pane min-w-0 truncate text-[1.25rem]">{name}</span>
          <ChevronDown aria-hidden="true" size={18} className="shrink-0 text-ink-3" />
        </button>
      }
    >
      <ViewChoices view={view} />
    </Menu>
  );
}
