"use client";

import { useState } from "react";
import { useMessages } from "#app/_i18n/language";
import { CAP_MAX, TEAM_NAME_MAX } from "#lib/shops/teams/limits";
import type { TeamView } from "#lib/shops/teams/list-teams";
import { Avatar } from "#ui/avatar";
import { Checkbox } from "#ui/checkbox";
import { Field } from "#ui/field";
import { Input } from "#ui/input";
import { Switch } from "#ui/switch";
import { notify } from "#ui/toast";
import { useRun } from "../../../../../../_shared/use-run";
import { useShop } from "../../../../_parts/live-shop";
import { NamedDialog } from "../../../../_parts/named-dialog";
import { removeTeamAction, saveTeamAction } from "../actions";
import type { Person } from "./teams-card";

const FRESH: Omit<TeamView, "id"> = { name: "", memberIds: [], roundRobin: false, cap: 12, takesNew: false };

type Props = { team: TeamView | null; people: readonly Person[]; onClose: () => void };

/** Makes a team, or changes one: its name, who is in it, and whether it gives in turn. */
export function TeamDialog({ team, people, onClose }: Props) {
  const { teams: texts } = useMessages();
  const { slug, refresh } = useShop();
  const [begun] = useState(team ?? FRESH);
  const [draft, setDraft] = useState(begun);
  const [problem, setProblem] = useState<string | null>(null);
  const { busy, run } = useRun(setProblem);
  const change = (next: Partial<TeamView>) => setDraft((held) => ({ ...held, ...next }));
  const toggle = (id: string, on: boolean) =>
    change({ memberIds: on ? [...draft.memberIds, id] : draft.memberIds.filter((one) => one !== id) });

  function done(said: string) {
    onClose();
    notify(said);
    refresh();
  }
  function save() {
    setProblem(null);
    const { name, memberIds, roundRobin, cap, takesNew } = draft;
    const living = memberIds.filter((id) => people.some((person) => person.id === id));
    const kept = { name, memberIds: living, roundRobin, cap: roundRobin ? cap : begun.cap, takesNew };
    run(
      () => saveTeamAction(slug, team ? { teamId: team.id, ...kept } : kept),
      (saved) => done(texts.saved(saved.name)),
    ).catch(reportError);
  }
  function remove({ id: teamId, name }: TeamView) {
    run(
      () => removeTeamAction(slug, { teamId }),
      () => done(texts.removed(name)),
    ).catch(reportError);
  }
  const removal = team && {
    ...{ label: texts.remove, title: texts.removeTitle(team.name), text: texts.removeText },
    onRemove: () => remove(team),
  };
  return (
    <NamedDialog
      title={team ? texts.changeTitle : texts.create}
      name={{ label: texts.name, value: draft.name, max: TEAM_NAME_MAX, onChange: (name) => change({ name }) }}
      unsaved={draft !== begun}
      onSave={save}
      {...{ busy, problem, onClose, removal }}
    >
      <fieldset className="grid gap-2">
        <legend className="mb-1.5 font-label text-label">{texts.who}</legend>
        {people.map(({ id, name }) => (
          <Checkbox
            key={id}
            className="max-md:min-h-11"
            checked={draft.memberIds.includes(id)}
            onChange={(event) => toggle(id, event.target.checked)}
          >
            <span className="flex min-w-0 items-center gap-2">
              <Avatar name={name} size={20} />
              <bdi className="truncate">{name}</bdi>
            </span>
          </Checkbox>
        ))}
      </fieldset>
      <Switch checked={draft.takesNew} onChange={(takesNew) => change({ takesNew })}>
        {texts.takesNew}
      </Switch>
      <Switch checked={draft.roundRobin} onChange={(roundRobin) => change({ roundRobin })}>
        {texts.inTurn}
      </Switch>
      {draft.roundRobin ? (
        <Field label={texts.cap} hint={texts.inTurnHint}>
          {(control) => (
            <Input
              {...control}
              type="number"
              required
              min={1}
              max={CAP_MAX}
              value={draft.cap === 0 ? "" : draft.cap}
              onChange={(event) => change({ cap: event.target.valueAsNumber || 0 })}
              className="max-w-32"
            />
          )}
        </Field>
      ) : null}
    </NamedDialog>
  );
}
