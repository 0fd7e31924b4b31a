"use client";

import { Tag } from "lucide-react";
import { Button } from "#ui/button";
import { Menu, MenuItem } from "#ui/menu";
import { TagDot } from "#ui/tag-dot";
import { notify } from "#ui/toast";
import { usePeopleMessages } from "../../../../_i18n/people-language";
import { useRun } from "../../../../_shared/use-run";
import { useTags } from "../../_parts/live-shop";
import { tagContactsAction } from "../actions";

/** How many are tagged by one request. */
const AT_ONCE = 50;

/** Puts one of the shop's tags on the latest conversation of each chosen contact; nothing where the shop has no tag. */
export function TagMenu({ slug, contactIds }: { slug: string; contactIds: readonly string[] }) {
  const { contactTable } = usePeopleMessages();
  const tags = useTags().filter(({ leaving }) => leaving === null);
  const { busy, run } = useRun();
  if (tags.length === 0) return null;
  async function put(tagId: string, name: string) {
    let done = 0;
    for (let from = 0; from < contactIds.length; from += AT_ONCE) {
      const some = contactIds.slice(from, from + AT_ONCE);
      await run(
        () => tagContactsAction(slug, { contactIds: some, tagId }),
        ({ tagged }) => {
          done += tagged;
        },
      );
    }
    if (done > 0) notify(contactTable.tagged(name, done));
  }
  return (
    <Menu
      side="top"
      trigger={
        <Button size="sm" busy={busy} icon={<Tag aria-hidden="true" size={14} />}>
          {contactTable.fields.tag}
        </Button>
      }
    >
      {tags.map(({ id, name, hue }) => (
        <MenuItem key={id} icon={<TagDot hue={hue} />} onSelect={() => void put(id, name).catch(reportError)}>
          {name}
        </MenuItem>
      ))}
    </Menu>
  );
}
