"use client";

import type { MergeView } from "#lib/contacts/list-merges";
import { Button } from "#ui/button";
import { useFormat, useMessages } from "../../../../_i18n/language";
import { useName } from "../../use-name";

type Props = { merges: readonly MergeView[]; busy: boolean; onSeparate: (mergeId: string) => void };

/** Which contacts were joined into this one, by whom and when, each with the way back. */
export function MergeList({ merges, busy, onSeparate }: Props) {
  const { contactMerge } = useMessages();
  const format = useFormat();
  const nameOf = useName();
  if (merges.length === 0) return null;
  return (
    <div className="border-line border-t px-4 py-2.5">
      <h3 className="text-label">{contactMerge.merges}</h3>
      <ul>
        {merges.map((merge) => {
          const [name, when] = [nameOf(merge), format.dayAndTimeInline(merge.at)];
          return (
            <li key={merge.id} className="flex items-center gap-2 py-1.5">
              <span className="grid min-w-0 grow">
                <bdi className="truncate text-label">{name}</bdi>
                <span className="text-caption text-ink-3">
                  {merge.byName ? contactMerge.mergedBy(merge.byName, when) : contactMerge.mergedByLink(when)}
                </span>
              </span>
              <Button
                size="sm"
                variant="ghost"
                aria-disabled={busy}
                aria-label={contactMerge.separateNamed(name)}
                onClick={() => (busy ? undefined : onSeparate(merge.id))}
              >
                {contactMerge.separate}
              </Button>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
