"use client";

import { X } from "lucide-react";
import { isSaid } from "#lib/conversations/views/draft-group";
import type { Condition } from "#lib/conversations/views/filter";
import { WORDS_MAX } from "#lib/conversations/views/plain";
import { Checkbox } from "#ui/checkbox";
import { IconButton } from "#ui/icon-button";
import { Input } from "#ui/input";
import { Select } from "#ui/select";
import { TagDot } from "#ui/tag-dot";
import { useMessages } from "../../../../_i18n/language";
import { type Measuring, measured, toggled } from "../conditions";
import { useChoices } from "../use-choices";

type Props = { condition: Condition; onChange: (next: Condition) => void; onRemove: () => void };

/** Money is shown in whole units of the shop's currency, time in minutes. */
const UNIT: Record<Measuring["field"], number> = { waiting: 1, window: 1, value: 100 };

function Figure({ condition, onChange }: { condition: Measuring; onChange: (next: Condition) => void }) {
  const { views } = useMessages();
  const figure = "over" in condition ? condition.over : condition.under;
  const unit = UNIT[condition.field];
  return (
    <Input
      size="sm"
      type="number"
      min={1}
      max={525_600}
      required
      value={figure === 0 ? "" : figure / unit}
      onChange={(event) => onChange(measured(condition, Math.round(event.target.valueAsNumber * unit) || 0))}
      aria-label={views.fields[condition.field]}
      trail={<span className="text-caption text-ink-3">{views.units[condition.field]}</span>}
      className="max-w-44"
    />
  );
}

/** One condition of a view: what it asks, and what answers it. */
export function ConditionLine({ condition, onChange, onRemove }: Props) {
  const { views } = useMessages();
  const choicesOf = useChoices();
  const name = views.fields[condition.field];
  const verbs = "has" in condition ? { is: views.has, not: views.hasNot } : { is: views.is, not: views.isNot };
  return (
    <fieldset className="grid gap-2 rounded-md border border-line p-3">
      <legend className="sr-only">{name}</legend>
      <div className="flex items-center gap-2">
        <span className="min-w-0 grow font-label text-label">{name}</span>
        <Select
          look="button"
          aria-label={`${name}: ${verbs.is}`}
          value={condition.not ? "not" : "is"}
          onChange={(event) => onChange({ ...condition, not: event.target.value === "not" })}
        >
          <option value="is">{verbs.is}</option>
          <option value="not">{verbs.not}</option>
        </Select>
        <IconButton
          size="sm"
          label={views.removeCondition(name)}
          icon={<X aria-hidden="true" size={14} />}
          onClick={onRemove}
        />
      </div>
      {"is" in condition ? (
        <div className="flex flex-wrap gap-x-4 gap-y-1">
          {choicesOf(condition.field).map(({ value, label, hue }) => (
            <Checkbox
              key={value}
              className="max-md:min-h-11"
              checked={(condition.is as readonly string[]).includes(value)}
              onChange={() => onChange(toggled(condition, value))}
            >
              <span className="inline-flex min-w-0 items-center gap-1.5">
                {hue === undefined ? null : <TagDot hue={hue} />}
                <bdi>{label}</bdi>
              </span>
            </Checkbox>
          ))}
          {isSaid(condition) ? null : <p className="w-full text-caption text-ink-3">{views.chooseOne}</p>}
        </div>
      ) : null}
      {"has" in condition ? (
        <Input
          size="sm"
          required
          maxLength={WORDS_MAX}
          value={condition.has}
          autoComplete="off"
          onChange={(event) => onChange({ ...condition, has: event.target.value })}
          aria-label={views.words}
        />
      ) : null}
      {"over" in condition || "under" in condition ? <Figure condition={condition} onChange={onChange} /> : null}
    </fieldset>
  );
}
