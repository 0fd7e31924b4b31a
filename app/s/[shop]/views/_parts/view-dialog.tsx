"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import type { SavedView } from "#lib/conversations/views/list-views";
import { Banner } from "#ui/banner";
import { Button } from "#ui/button";
import { ConfirmDialog } from "#ui/confirm-dialog";
import { Field } from "#ui/field";
import { Input } from "#ui/input";
import { Segment } from "#ui/segment";
import { Select } from "#ui/select";
import { Switch } from "#ui/switch";
import { WritingDialog } from "#ui/writing-dialog";
import { useMessages } from "../../../../_i18n/language";
import { useRun } from "../../../../_shared/use-run";
import { useShop } from "../../_parts/live-shop";
import { inboxPath, ORDERS } from "../../places";
import { removeViewAction, saveViewAction } from "../actions";
import { BEGINNINGS, FIELDS } from "../conditions";
import { useViewDraft } from "../use-view-draft";
import { ConditionLine } from "./condition-line";

/** Makes a view, or changes one: which conversations it holds, in which order, and who has it. */
export function ViewDialog({ view, onClose }: { view: SavedView | null; onClose: () => void }) {
  const { views, common, inboxMessenger } = useMessages();
  const { sort } = inboxMessenger;
  const { slug } = useShop();
  const router = useRouter();
  const [problem, setProblem] = useState<string | null>(null);
  const { busy, run } = useRun(setProblem);
  const [doomed, setDoomed] = useState(false);
  const { draft, change, kept, ...edit } = useViewDraft(view);

  function done(path: string) {
    onClose();
    router.push(path);
    router.refresh();
  }
  function submit(event: FormEvent) {
    event.preventDefault();
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
  const actions = (
    <>
      {view ? (
        <Button size="lg" variant="danger" onClick={() => setDoomed(true)}>
          {views.remove}
        </Button>
      ) : null}
      <Button size="lg" type="submit" form="view" variant="primary" busy={busy}>
        {common.save}
      </Button>
    </>
  );
  return (
    <WritingDialog
      unsaved={edit.changed}
      onClose={onClose}
      title={view ? views.change : views.create}
      actions={actions}
    >
      <form id="view" onSubmit={submit} className="grid gap-4 py-1">
        <Field label={views.name}>
          {(control) => (
            <Input
              {...control}
              required
              maxLength={40}
              value={draft.name}
              autoComplete="off"
              onChange={(event) => change({ name: event.target.value })}
            />
          )}
        </Field>
        <Segment
          label={views.holds}
          value={draft.group}
          onChange={(group) => change({ group })}
          options={[
            { value: "all", label: views.all },
            { value: "any", label: views.any },
          ]}
        />
        {draft.lines.map(({ key, node }) =>
          "field" in node ? (
            <ConditionLine
              key={key}
              condition={node}
              onChange={(next) => edit.replace(key, next)}
              onRemove={() => edit.remove(key)}
            />
          ) : null,
        )}
        <Select
          look="button"
          className="w-fit"
          aria-label={views.add}
          value=""
          onChange={(event) => {
            const field = FIELDS.find((one) => one === event.target.value);
            if (field) edit.add(BEGINNINGS[field]);
          }}
        >
          <option value="">{views.add}</option>
          {FIELDS.map((field) => (
            <option key={field} value={field}>
              {views.fields[field]}
            </option>
          ))}
        </Select>
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
        {problem ? (
          <Banner tone="danger" role="alert">
            {problem}
          </Banner>
        ) : null}
      </form>
      {view ? (
        <ConfirmDialog
          open={doomed}
          onOpenChange={setDoomed}
          title={views.removeTitle(view.name)}
          text={view.shared ? views.removeShared : views.removeText}
          confirm={views.remove}
          danger
          busy={busy}
          onConfirm={() => remove(view)}
        />
      ) : null}
    </WritingDialog>
  );
}
