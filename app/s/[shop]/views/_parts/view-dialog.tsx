"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import type { Filter } from "#lib/conversations/views/filter";
import type { SavedView } from "#lib/conversations/views/list-views";
import { Field } from "#ui/field";
import { Select } from "#ui/select";
import { Switch } from "#ui/switch";
import { useMessages } from "../../../../_i18n/language";
import { useRun } from "../../../../_shared/use-run";
import { useShop } from "../../_parts/live-shop";
import { NamedDialog } from "../../_parts/named-dialog";
import { inboxPath, ORDERS } from "../../places";
import { removeViewAction, saveViewAction } from "../actions";
import { useViewDraft } from "../use-view-draft";
import { GroupLines } from "./group-lines";

type Props = {
  view: SavedView | null;
  /** What a new one begins with; else with what is open. */
  begin?: Filter;
  onClose: () => void;
};

/** Makes a view, or changes one: which conversations it holds, in which order, and who has it. */
export function ViewDialog({ view, begin, onClose }: Props) {
  const { views, inboxMessenger } = useMessages();
  const { sort } = inboxMessenger;
  const { slug, refresh } = useShop();
  const router = useRouter();
  const [problem, setProblem] = useState<string | null>(null);
  const { busy, run } = useRun(setProblem);
  const { draft, change, kept, ...edit } = useViewDraft(view, begin);

  function done(path: string) {
    onClose();
    router.push(path);
    refresh();
  }
  function save() {
    const why = edit.missing();
    setProblem(why);
    if (why) return;
    run(
      () => saveViewAction(slug, view ? { viewId: view.id, ...kept } : kept),
      ({ id, order }) => done(inboxPath(slug, `view:${id}`, undefined, order)),
    ).catch(reportError);
  }
  function remove({ id: viewId }: SavedView) {
    run(
      () => removeViewAction(slug, { viewId }),
      () => done(inboxPath(slug, "open")),
    ).catch(reportError);
  }
  const removal = view && {
    ...{ label: views.remove, title: views.removeTitle(view.name) },
    text: view.shared ? views.removeShared : views.removeText,
    onRemove: () => remove(view),
  };
  return (
    <NamedDialog
      title={view ? views.change : views.create}
      name={{ label: views.name, value: draft.name, max: 40, onChange: (name) => change({ name }) }}
      unsaved={edit.changed}
      onSave={save}
      {...{ busy, problem, onClose, removal }}
    >
      <GroupLines group={draft.group} onChange={(group) => change({ group })} />
      <Field label={sort.label}>
        {(control) => (
          <Select
            {...control}
            value={draft.order}
            onChange={(event) => change({ order: ORDERS.find((one) => one === event.target.value) ?? "newest" })}
          >
            {ORDERS.map((one) => (
              <option key={one} value={one}>
                {sort[one]}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Switch checked={draft.shared} onChange={(shared) => change({ shared })}>
        {views.shared}
      </Switch>
    </NamedDialog>
  );
}
