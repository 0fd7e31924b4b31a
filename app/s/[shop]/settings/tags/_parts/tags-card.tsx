"use client";

import { Plus, Tag } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { useMessages } from "#app/_i18n/language";
import { useSettingsMessages } from "#app/_i18n/settings-language";
import type { TagView } from "#lib/conversations/tags/list-tags";
import { Button } from "#ui/button";
import { Card, CardHead } from "#ui/card";
import { EmptyState } from "#ui/empty-state";
import { PageLink } from "#ui/page-link";
import { TagDot } from "#ui/tag-dot";
import { useCounts, useShop, useTags } from "../../../_parts/live-shop";
import { inboxPath } from "../../../places";
import { MergeDialog } from "./merge-dialog";
import { TagNameDialog } from "./tag-name-dialog";

/** The tags of the shop, on how much each is, and the way to name them anew, make two one, and delete them. */
export function TagsCard() {
  const { tagSettings: texts } = useSettingsMessages();
  const { inbox } = useMessages();
  const { slug } = useShop();
  const { tags: counts } = useCounts();
  const tags = useTags();
  const create = useRef<HTMLButtonElement>(null);
  const staying = tags.filter(({ leaving }) => !leaving).length;
  const shown = useRef(tags.length + staying);
  useEffect(() => {
    const isFewer = tags.length + staying < shown.current;
    shown.current = tags.length + staying;
    // What had focus is gone with the tag, or as it began to leave.
    if (isFewer && document.activeElement === document.body) create.current?.focus({ preventScroll: true });
  }, [tags, staying]);
  const [edited, setEdited] = useState<TagView | "new" | null>(null);
  const [merged, setMerged] = useState<TagView | null>(null);
  function leavingWords(intoId: string | null) {
    const into = tags.find(({ id }) => id === intoId);
    return into ? texts.leavingFor(into.name) : texts.leaving;
  }
  return (
    <Card className="overflow-hidden">
      <CardHead
        title={texts.title}
        text={texts.lead}
        actions={
          <Button
            ref={create}
            variant="primary"
            icon={<Plus aria-hidden="true" size={16} />}
            onClick={() => setEdited("new")}
          >
            {texts.create}
          </Button>
        }
      />
      {tags.length === 0 ? (
        <EmptyState icon={<Tag aria-hidden="true" size={22} />} title={texts.none} text={texts.noneText} />
      ) : (
        <ul className="divide-y divide-line border-line border-t">
          {tags.map((tag) => (
            <li key={tag.id} className="flex flex-wrap items-center gap-x-3 gap-y-2 px-4 py-3">
              <span className="flex min-w-0 grow basis-40 items-center gap-2">
                <TagDot hue={tag.hue} />
                <bdi className="truncate font-label text-label">{tag.name}</bdi>
              </span>
              <PageLink
                href={inboxPath(slug, `tag:${tag.id}`)}
                className="inline-flex items-center rounded-xs text-caption text-ink-3 tabular-nums underline-offset-2 hover:underline max-md:min-h-11"
              >
                {inbox.openCount(counts[tag.id] ?? 0)}
                <span className="sr-only"> · {tag.name}</span>
              </PageLink>
              {tag.leaving ? (
                <span role="status" className="text-caption text-ink-3">
                  {leavingWords(tag.leaving.intoId)}
                </span>
              ) : (
                <span className="flex flex-wrap gap-2">
                  <Button size="sm" aria-label={texts.editNamed(tag.name)} onClick={() => setEdited(tag)}>
                    {texts.edit}
                  </Button>
                  {staying > 1 ? (
                    <Button size="sm" aria-label={texts.mergeNamed(tag.name)} onClick={() => setMerged(tag)}>
                      {texts.merge}
                    </Button>
                  ) : null}
                </span>
              )}
            </li>
          ))}
        </ul>
      )}
      {edited ? <TagNameDialog tag={edited === "new" ? null : edited} onClose={() => setEdited(null)} /> : null}
      {merged ? <MergeDialog tag={merged} onClose={() => setMerged(null)} /> : null}
    </Card>
  );
}
