"use client";

import { ListFilter, Plus } from "lucide-react";
import { usePathname, useSearchParams } from "next/navigation";
import { useState } from "react";
import { IconButton } from "#ui/icon-button";
import { TagDot } from "#ui/tag-dot";
import { useMessages } from "../../../_i18n/language";
import { inboxPath, viewOf } from "../places";
import { ViewDialog } from "../views/_parts/view-dialog";
import { useShop, useTags, useViews } from "./live-shop";
import { NavCount } from "./nav-count";
import { NavItem } from "./nav-item";
import { useCountOf } from "./use-count-of";

export const HEADING = "px-2 py-1.5 font-label text-caption text-ink-3 max-lg:sr-only";

/** The views that members keep, and what has a tag. */
export function RailKept() {
  const { views: texts, triage } = useMessages();
  const { slug } = useShop();
  const [views, tags] = [useViews(), useTags()];
  const countOf = useCountOf();
  const [making, setMaking] = useState(false);
  const chosen = viewOf(useSearchParams().get("view"));
  const here = usePathname().startsWith(`/s/${slug}/inbox`);
  return (
    <>
      <div className="mt-2 flex items-center justify-between">
        <h2 className={HEADING}>{texts.title}</h2>
        <IconButton
          size="sm"
          label={texts.create}
          icon={<Plus aria-hidden="true" size={14} />}
          onClick={() => setMaking(true)}
        />
      </div>
      {views.map(({ id, name, order }) => (
        <NavItem
          key={id}
          href={inboxPath(slug, `view:${id}`, undefined, order)}
          mark={<ListFilter aria-hidden="true" size={16} className="text-ink-3" />}
          active={here && chosen === `view:${id}`}
          trail={<NavCount count={countOf(`view:${id}`)} />}
        >
          {name}
        </NavItem>
      ))}
      {tags.length > 0 ? <h2 className={`mt-2 ${HEADING}`}>{triage.tags}</h2> : null}
      {tags.map(({ id, name, hue }) => (
        <NavItem
          key={id}
          href={inboxPath(slug, `tag:${id}`)}
          mark={
            <span className="grid size-4 place-items-center">
              <TagDot hue={hue} />
            </span>
          }
          active={here && chosen === `tag:${id}`}
          trail={<NavCount count={countOf(`tag:${id}`)} />}
        >
          {name}
        </NavItem>
      ))}
      {making ? <ViewDialog view={null} onClose={() => setMaking(false)} /> : null}
    </>
  );
}
