"use client";

import { useState } from "react";
import { useMessages } from "#app/_i18n/language";
import { useSettingsMessages } from "#app/_i18n/settings-language";
import { FIELD_NAME_MAX } from "#lib/contacts/about/limits";
import { CHOICE_MAX, FIELD_KINDS, type FieldKind, MOST_CHOICES } from "#lib/contacts/fields/field-kinds";
import type { FieldView } from "#lib/contacts/fields/list-fields";
import { Field } from "#ui/field";
import { Input } from "#ui/input";
import { Select } from "#ui/select";
import { notify } from "#ui/toast";
import { useRun } from "../../../../../_shared/use-run";
import { useShop } from "../../../_parts/live-shop";
import { NamedDialog } from "../../../_parts/named-dialog";
import { OrderedItems } from "../../_parts/ordered-items";
import { saveFieldAction } from "../actions";

type Choice = { was: string | null; name: string };

const NEW_CHOICE: Choice = { was: null, name: "" };
const kept = (names: readonly string[]): Choice[] => names.map((name) => ({ was: name, name }));

/** Makes a field, or changes one: its name, its kind, what can be chosen. */
export function FieldDialog({ field, onClose }: { field: FieldView | null; onClose: () => void }) {
  const { fieldSettings: texts } = useSettingsMessages();
  const { common } = useMessages();
  const { slug, refresh } = useShop();
  const [begun] = useState(() => ({
    name: field?.name ?? "",
    kind: field?.kind ?? ("text" as FieldKind),
    choices: kept(field?.choices ?? []),
  }));
  const [draft, setDraft] = useState(begun);
  const [problem, setProblem] = useState<string | null>(null);
  const { busy, run } = useRun(setProblem);
  const undoing = useRun();
  const isChoice = draft.kind === "choice";
  const change = (next: Partial<typeof draft>) => setDraft((held) => ({ ...held, ...next }));

  function undo(fieldId: string) {
    const back = begun.choices.map(({ name }) => ({
      was: draft.choices.find(({ was }) => was === name)?.name.trim() ?? null,
      name,
    }));
    undoing
      .run(() => saveFieldAction(slug, { fieldId, ...begun, choices: isChoice ? back : begun.choices }), refresh)
      .catch(reportError);
  }
  function save() {
    setProblem(null);
    const { name, kind } = draft;
    const choices = isChoice ? draft.choices : [];
    run(
      () => saveFieldAction(slug, field ? { fieldId: field.id, name, kind, choices } : { name, kind, choices }),
      (saved) => {
        onClose();
        const back = { label: common.undo, run: () => undo(saved.id) };
        notify(texts.saved(saved.name), field ? { undo: back } : {});
        refresh();
      },
    ).catch(reportError);
  }
  return (
    <NamedDialog
      title={field ? texts.editTitle : texts.create}
      name={{ label: texts.name, value: draft.name, max: FIELD_NAME_MAX, onChange: (name) => change({ name }) }}
      unsaved={draft !== begun}
      onSave={save}
      removal={null}
      {...{ busy, problem, onClose }}
    >
      <Field label={texts.kind}>
        {(control) => (
          <Select
            {...control}
            value={draft.kind}
            onChange={(event) => {
              const kind = FIELD_KINDS.find((one) => one === event.target.value) ?? "text";
              change({ kind, choices: draft.choices.length > 0 ? draft.choices : [NEW_CHOICE] });
            }}
          >
            {FIELD_KINDS.map((kind) => (
              <option key={kind} value={kind}>
                {texts.kinds[kind]}
              </option>
            ))}
          </Select>
        )}
      </Field>
      {isChoice ? (
        <OrderedItems<Choice>
          title={texts.choices}
          hint={texts.choicesHint}
          add={texts.addChoice}
          items={draft.choices}
          most={MOST_CHOICES}
          nameOf={texts.choice}
          empty={NEW_CHOICE}
          onChange={(choices) => change({ choices })}
        >
          {(choice, place, set) => (
            <Input
              required
              value={choice.name}
              maxLength={CHOICE_MAX}
              autoComplete="off"
              dir="auto"
              aria-label={texts.choice(place + 1)}
              onChange={(event) => set({ ...choice, name: event.target.value })}
            />
          )}
        </OrderedItems>
      ) : null}
    </NamedDialog>
  );
}
