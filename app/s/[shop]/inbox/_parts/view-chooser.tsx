"use client";

import { ChevronDown } from "lucide-react";
import { useRouter } from "next/navigation";
import type { View } from "#lib/conversations/conversation-order";
import { Menu, MenuChoices, MenuLabel, MenuLine } from "#ui/menu";
import { useMessages } from "../../../../_i18n/language";
import { useShop, useTags, useViews } from "../../_parts/live-shop";
import { inboxPath, VIEWS } from "../../places";

const named = (label: string) => <bdi className="block truncate">{label}</bdi>;

/** The name of the view, and the way to the others where there is no rail to choose them in. */
export function ViewChooser({ view, name }: { view: View; name: string }) {
  const { inbox, views: texts, triage } = useMessages();
  const { slug } = useShop();
  const router = useRouter();
  const [views, tags] = [useViews(), useTags()];
  const go = (to: View) => {
    const order = views.find(({ id }) => to === `view:${id}`)?.order;
    router.push(inboxPath(slug, to, undefined, order));
  };
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
      <MenuChoices<View>
        value={view}
        onChange={go}
        options={VIEWS.map((value) => ({ value, label: inbox.views[value] }))}
      />
      {views.length > 0 ? (
        <>
          <MenuLine />
          <MenuLabel>{texts.title}</MenuLabel>
          <MenuChoices<View>
            value={view}
            onChange={go}
            options={views.map((one) => ({ value: `view:${one.id}`, label: named(one.name) }))}
          />
        </>
      ) : null}
      {tags.length > 0 ? (
        <>
          <MenuLine />
          <MenuLabel>{triage.tags}</MenuLabel>
          <MenuChoices<View>
            value={view}
            onChange={go}
            options={tags.map((one) => ({ value: `tag:${one.id}`, label: named(one.name) }))}
          />
        </>
      ) : null}
    </Menu>
  );
}
