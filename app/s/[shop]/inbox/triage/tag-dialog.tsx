"use client";

import { Check, Plus } from "lucide-react";
import { type FormEvent, useState } from "react";
import type { TagView } from "#lib/conversations/tags/list-tags";
import { Dialog } from "#ui/dialog";
import { Input } from "#ui/input";
import { TagDot } from "#ui/tag-dot";
import { useMessages } from "../../../../_i18n/language";
import { useRun } from "../../../../_shared/use-run";
import { useTags } from "../../_parts/live-shop";
import { useInbox } from "../_parts/inbox-context";

const ROW =
  "flex min-h-9 w-full items-center gap-2 rounded-md px-2 text-left text-label hover:bg-hover max-md:min-h-11";

type Props = {
  /** The ids of the tags that are on everything this is about. */
  held: readonly string[];
  onToggle: (tagId: string, on: boolean) => void;
  onClose: () => void;
};

const sameName = (tag: TagView, name: string) => tag.name.toLowerCase() === name.toLowerCase();

/** Which tags something has; a name that is not there yet can be made one. */
export function TagDialog({ held, onToggle, onClose }: Props) {
  const { triage } = useMessages();
  const tags = useTags().filter(({ leaving }) => !leaving);
  const { triage: actions } = useInbox();
  const { busy, run } = useRun();
  const [words, setWords] = useState("");
  const name = words.trim();
  const found = tags.filter((tag) => tag.name.toLowerCase().includes(name.toLowerCase()));
  const isNew = name !== "" && !tags.some((tag) => sameName(tag, name));
  function create() {
    run(
      () => actions.createTag({ name }),
      (tag) => {
        setWords("");
        onToggle(tag.id, true);
      },
    ).catch(reportError);
  }

  function submit(event: FormEvent) {
    event.preventDefault();
    const [first] = found;
    if (name === "" || busy) return;
    if (first && (!isNew || found.length === 1)) onToggle(first.id, !held.includes(first.id));
    else if (isNew) create();
  }
  return (
    <Dialog open onOpenChange={(open) => open || onClose()} title={triage.tags} size="sm">
      <form onSubmit={submit} className="pb-2">
        <Input
          autoFocus
          value={words}
          onChange={(event) => setWords(event.target.value)}
          maxLength={40}
          autoComplete="off"
          placeholder={triage.findTag}
          aria-label={triage.findTag}
        />
      </form>
      {tags.length === 0 && name === "" ? <p className="px-2 pb-3 text-caption text-ink-3">{triage.noTags}</p> : null}
      <ul className="pb-3">
        {found.map((tag) => {
          const on = held.includes(tag.id);
          return (
            <li key={tag.id}>
              <button type="button" aria-pressed={on} onClick={() => onToggle(tag.id, !on)} className={ROW}>
                <TagDot hue={tag.hue} />
                <bdi className="min-w-0 grow truncate">{tag.name}</bdi>
                {on ? <Check aria-hidden="true" size={16} className="text-ink-3" /> : null}
              </button>
            </li>
          );
        })}
        {isNew ? (
          <li>
            <button type="button" disabled={busy} onClick={create} className={ROW}>
              <Plus aria-hidden="true" size={14} className="text-ink-3" />
              <span className="min-w-0 truncate">{triage.createTag(name)}</span>
            </button>
          </li>
        ) : null}
      </ul>
    </Dialog>
  );
}
