"use client";

import { type FormEvent, useId, useState } from "react";
import { useSettingsMessages } from "#app/_i18n/settings-language";
import type { TagView } from "#lib/conversations/tags/list-tags";
import { Banner } from "#ui/banner";
import { Button } from "#ui/button";
import { Dialog } from "#ui/dialog";
import { Field } from "#ui/field";
import { Select } from "#ui/select";
import { notify } from "#ui/toast";
import { useRun } from "../../../../../_shared/use-run";
import { useShop, useTags } from "../../../_parts/live-shop";
import { mergeTagsAction } from "../../../inbox/triage/actions";

/** Makes a tag one with another: asks which, and says what becomes of both. */
export function MergeDialog({ tag, onClose }: { tag: TagView; onClose: () => void }) {
  const { tagSettings: texts } = useSettingsMessages();
  const { slug, refresh } = useShop();
  const form = useId();
  const others = useTags().filter(({ id, leaving }) => id !== tag.id && !leaving);
  const [intoId, setIntoId] = useState(others[0]?.id ?? "");
  const [problem, setProblem] = useState<string | null>(null);
  const { busy, run } = useRun(setProblem);
  const into = others.find(({ id }) => id === intoId);
  function submit(event: FormEvent) {
    event.preventDefault();
    if (!into) return;
    setProblem(null);
    run(
      () => mergeTagsAction(slug, { tagId: tag.id, intoId: into.id }),
      () => {
        onClose();
        notify(texts.merging(tag.name, into.name));
        refresh();
      },
    ).catch(reportError);
  }
  return (
    <Dialog
      open
      onOpenChange={(open) => open || onClose()}
      title={texts.mergeTitle(tag.name)}
      size="sm"
      actions={
        <Button size="lg" type="submit" form={form} variant="primary" busy={busy}>
          {texts.merge}
        </Button>
      }
    >
      <form id={form} onSubmit={submit} className="grid gap-4 py-1">
        <Field label={texts.into} hint={texts.mergeText(tag.name)}>
          {(control) => (
            <Select {...control} value={intoId} onChange={(event) => setIntoId(event.target.value)}>
              {others.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </Select>
          )}
        </Field>
        {problem ? (
          <Banner tone="danger" role="alert">
            {problem}
          </Banner>
        ) : null}
      </form>
    </Dialog>
  );
}
