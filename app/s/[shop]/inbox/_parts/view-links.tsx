"use client";

import type { Order, View } from "#lib/conversations/conversation-order";
import { PageLink } from "#ui/page-link";
import { useMessages } from "../../../../_i18n/language";
import { classNames } from "../../../../_ui/class-names";
import { useShop, useTags, useViews } from "../../_parts/live-shop";
import { inboxPath, VIEWS } from "../../places";

/** The views, where there is no rail to choose them in. */
export function ViewLinks({ view }: { view: View }) {
  const { inbox } = useMessages();
  const { slug } = useShop();
  const kept = [
    ...useViews().map(({ id, name, order }) => ({ key: `view:${id}` as const, name, order })),
    ...useTags().map(({ id, name }) => ({ key: `tag:${id}` as const, name })),
  ];
  const all: { key: View; name: string; order?: Order }[] = [
    ...VIEWS.map((key) => ({ key, name: inbox.views[key] })),
    ...kept,
  ];
  return (
    <nav
      aria-label={inbox.title}
      className="flex shrink-0 flex-wrap gap-x-1 border-line border-b px-2 md:hidden @max-[15rem]/app:px-1"
    >
      {all.map(({ key, name, order }) => (
        <PageLink
          key={key}
          href={inboxPath(slug, key, undefined, order)}
          {...(key === view ? { "aria-current": "page" } : {})}
          className={classNames(
            "-outline-offset-2! flex min-h-12 shrink-0 items-center px-2 font-label text-label",
            key === view ? "text-brand-ink shadow-[inset_0_-2px_0_currentColor]" : "text-ink-2",
          )}
        >
          <bdi className="max-w-40 truncate">{name}</bdi>
        </PageLink>
      ))}
    </nav>
  );
}
