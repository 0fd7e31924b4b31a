"use client";

import { useState } from "react";
import { useSettingsMessages } from "#app/_i18n/settings-language";
import { rarestHue } from "#lib/conversations/tags/hues";
import type { TagView } from "#lib/conversations/tags/list-tags";
import { notify } from "#ui/toast";
import { useRun } from "../../../../../_shared/use-run";
import { useCounts, useShop, useTags } from "../../../_parts/live-shop";
import { NamedDialog } from "../../../_parts/named-dialog";
import { changeTagAction, createTagAction, removeTagAction } from "../../../inbox/triage/actions";
import { HueChoice } from "./hue-choice";

/** The longest name. Source: NAME_MAX of the command. */
const NAME_MAX = 40;

/** Makes a tag, or gives one another name or colour, or deletes it from everything it is on. */
export function TagNameDialog({ tag, onClose }: { tag: TagView | null; onClose: () => void }) {
  const { tagSettings: texts } = useSettingsMessages();
  const { slug, refresh } = useShop();
  const { tags: counts } = useCounts();
  const held = useTags();
  /** As it was when this was opened; a new one has the colour that the fewest have. */
  const [first] = useState(() => ({ name: tag?.name ?? "", hue: tag?.hue ?? rarestHue(held) }));
  const [name, setName] = useState(first.name);
  const [hue, setHue] = useState(first.hue);
  const [problem, setProblem] = useState<string | null>(null);
  const { busy, run } = useRun(setProblem);
  const undone = useRun();

  function done(said: string, back?: () => void) {
    onClose();
    notify(said, back ? { undo: { label: texts.undo, run: back } } : {});
    refresh();
  }
  function change({ id: tagId }: TagView) {
    const back = () => void undone.run(() => changeTagAction(slug, { tagId, ...first }), refresh).catch(reportError);
    run(
      () => changeTagAction(slug, { tagId, hue, name }),
      (saved) => done(texts.saved(saved.name), back),
    ).catch(reportError);
  }
  function save() {
    setProblem(null);
    if (tag) return change(tag);
    run(
      () => createTagAction(slug, { name, hue }),
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
      unsaved={name !== first.name || hue !== first.hue}
      onSave={save}
      {...{ busy, problem, onClose, removal }}
    >
      <HueChoice value={hue} onChange={setHue} />
    </NamedDialog>
  );
}
