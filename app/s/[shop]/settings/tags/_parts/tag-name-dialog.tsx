"use client";

import { useState } from "react";
import { useSettingsMessages } from "#app/_i18n/settings-language";
import type { TagView } from "#lib/conversations/tags/list-tags";
import { notify } from "#ui/toast";
import { useRun } from "../../../../../_shared/use-run";
import { useCounts, useShop } from "../../../_parts/live-shop";
import { NamedDialog } from "../../../_parts/named-dialog";
import { changeTagAction, createTagAction, removeTagAction } from "../../../inbox/triage/actions";

/** The longest name. Source: NAME_MAX of the command. */
const NAME_MAX = 40;

/** Makes a tag, or gives one another name, or deletes it from everything it is on. */
export function TagNameDialog({ tag, onClose }: { tag: TagView | null; onClose: () => void }) {
  const { tagSettings: texts } = useSettingsMessages();
  const { slug, refresh } = useShop();
  const { tags: counts } = useCounts();
  const [name, setName] = useState(tag?.name ?? "");
  const [problem, setProblem] = useState<string | null>(null);
  const { busy, run } = useRun(setProblem);
  const undone = useRun();

  function done(said: string, back?: () => void) {
    onClose();
    notify(said, back ? { undo: { label: texts.undo, run: back } } : {});
    refresh();
  }
  function rename({ id: tagId, hue, name: before }: TagView) {
    const back = () =>
      void undone.run(() => changeTagAction(slug, { tagId, hue, name: before }), refresh).catch(reportError);
    run(
      () => changeTagAction(slug, { tagId, hue, name }),
      (saved) => done(texts.saved(saved.name), back),
    ).catch(reportError);
  }
  function save() {
    setProblem(null);
    if (tag) return rename(tag);
    run(
      () => createTagAction(slug, { name }),
      (saved) => done(texts.saved(saved.name)),
    ).catch(reportError);
  }
  const removal = tag && {
    label: texts.remove,
    title: texts.removeTitle(tag.name),
    text: texts.removeText(counts[tag.id] ?? 0),
    onRemove: () =>
      void run(
        () => removeTagAction(slug, { tagId: tag.id }),
        () => done(texts.removing(tag.name)),
      ).catch(reportError),
  };
  return (
    <NamedDialog
      title={tag ? texts.editTitle : texts.create}
      name={{ label: texts.name, value: name, max: NAME_MAX, onChange: setName }}
      unsaved={name !== (tag?.name ?? "")}
      onSave={save}
      {...{ busy, problem, onClose, removal }}
    >
      {null}
    </NamedDialog>
  );
}
