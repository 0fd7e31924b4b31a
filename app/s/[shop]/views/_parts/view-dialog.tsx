"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import type { Node } from "#lib/conversations/views/filter";
import type { SavedView } from "#lib/conversations/views/list-views";
import { Button } from "#ui/button";
import { Dialog } from "#ui/dialog";
import { Field } from "#ui/field";
import { Input } from "#ui/input";
import { Segment } from "#ui/segment";
import { Select } from "#ui/select";
import { Switch } from "#ui/switch";
import { useMessages } from "../../../../_i18n/language";
import { useShop } from "../../_parts/live-shop";
import { inboxPath } from "../../places";
import { useRun } from "../../use-run";
import { removeViewAction, saveViewAction } from "../actions";
import { BEGINNINGS, FIELDS, isComplete } from "../conditions";
import { ConditionLine } from "./condition-line";

type Line = { key: string; node: Node };

const withKey = (node: Node): Line => ({ key: crypto.randomUUID(), node });

function linesOf(view: SavedView | null): Line[] {
  if (!view) return [withKey(BEGINNINGS.status)];
  return ("all" in view.filter ? view.filter.all : view.filter.any).map(withKey);
}

/** Makes a view, or changes one: which conversations it holds, and who has it. */
export function ViewDialog({ view, onClose }: { view: SavedView | null; onClose: () => void }) {
  const { views, common } = useMessages();
  const { slug } = useShop();
  const router = useRouter();
  const [problem, setProblem] = useState<string>();
  const { busy, run } = useRun(setProblem);
  const [name, setName] = useState(view?.name ?? "");
  const [group, setGroup] = useState<"all" | "any">(view && "any" in view.filter ? "any" : "all");
  const [lines, setLines] = useState(() => linesOf(view));
  const [shared, setShared] = useState(view?.shared ?? false);
  const nodes = lines.map(({ node }) => node).filter((node) => !("field" in node) || isComplete(node));

  function submit(event: FormEvent) {
    event.preventDefault();
    if (nodes.length === 0) return setProblem(views.needsOne);
    const filter = group === "all" ? { all: nodes } : { any: nodes };
    const kept = { name, filter, shared, order: view?.order ?? ("newest" as const) };
    run(
      () => saveViewAction(slug, view ? { viewId: view.id, ...kept } : kept),
      ({ id }) => {
        onClose();
        router.push(inboxPath(slug, `view:${id}`));
        router.refresh();
      },
    ).catch(reportError);
  }
  function remove() {
    if (!view) return;
    run(
      () => removeViewAction(slug, { viewId: view.id }),
      () => {
        onClose();
        router.push(inboxPath(slug, "open"));
        router.refresh();
      },
    ).catch(reportError);
  }
  const actions = (
    <>
      {view ? (
        <Button size="lg" variant="danger" busy={busy} onClick={remove}>
          {views.remove}
        </Button>
      ) : null}
      <Button size="lg" type="submit" form="view" variant="primary" busy={busy}>
        {common.save}
      </Button>
    </>
  );
  return (
    <Dialog
      open
      onOpenChange={(open) => open || onClose()}
      title={view ? views.change : views.create}
      actions={actions}
    >
      <form id="view" onSubmit={submit} className="grid gap-4 py-1">
        <Field label={views.name} error={problem}>
          {(control) => (
            <Input
              {...control}
              required
              maxLength={40}
              value={name}
              autoComplete="off"
              onChange={(event) => setName(event.target.value)}
            />
          )}
        </Field>
        <Segment
          label={views.holds}
          value={group}
          onChange={setGroup}
          options={[
            { value: "all", label: views.all },
            { value: "any", label: views.any },
          ]}
        />
        {lines.map(({ key, node }) => {
          const remove = () => setLines(lines.filter((line) => line.key !== key));
          if (!("field" in node)) return null;
          const change = (next: Node) => setLines(lines.map((line) => (line.key === key ? { key, node: next } : line)));
          return <ConditionLine key={key} condition={node} onChange={change} onRemove={remove} />;
        })}
        <Select
          look="button"
          className="w-fit"
          aria-label={views.add}
          value=""
          onChange={(event) => {
            const field = FIELDS.find((one) => one === event.target.value);
            if (field) setLines([...lines, withKey(BEGINNINGS[field])]);
          }}
        >
          <option value="">{views.add}</option>
          {FIELDS.map((field) => (
            <option key={field} value={field}>
              {views.fields[field]}
            </option>
          ))}
        </Select>
        <Switch checked={shared} onChange={setShared}>
          {views.shared}
        </Switch>
      </form>
    </Dialog>
  );
}
