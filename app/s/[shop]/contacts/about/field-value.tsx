"use client";

import type { KeyboardEvent } from "react";
import { FIELD_VALUE_MAX } from "#lib/contacts/about/limits";
import { type FieldShape, isDay } from "#lib/contacts/fields/field-kinds";
import { Input } from "#ui/input";
import { Select } from "#ui/select";
import { useFormat, useMessages } from "../../../../_i18n/language";

export type Held = Pick<FieldShape, "kind" | "choices">;

/** What a field that nobody has defined holds. */
export const TEXT: Held = { kind: "text", choices: [] };

/** What a field holds, in the reader's language. */
export function FieldValue({ shape, value }: { shape: Held; value: string }) {
  const format = useFormat();
  if (shape.kind === "date" && isDay(value)) return <time dateTime={value}>{format.date(`${value}T12:00Z`)}</time>;
  if (shape.kind === "number" && Number.isFinite(Number(value))) return format.number(Number(value));
  return <bdi>{value}</bdi>;
}

type InputProps = {
  shape: Held;
  value: string;
  label: string;
  autoFocus: boolean;
  onChange: (value: string) => void;
  onKeyDown: (event: KeyboardEvent) => void;
};

/** Where a field is filled in, as its kind asks. */
export function FieldInput({ shape, value, label, onChange, ...rest }: InputProps) {
  const { about: texts } = useMessages().contacts;
  if (shape.kind === "choice")
    return (
      <Select {...rest} aria-label={label} value={value} onChange={(event) => onChange(event.target.value)}>
        <option value="">{texts.noChoice}</option>
        {shape.choices.map((choice) => (
          <option key={choice}>{choice}</option>
        ))}
      </Select>
    );
  const typed = shape.kind === "number" ? { step: "any" } : { maxLength: FIELD_VALUE_MAX, dir: "auto" as const };
  return (
    <Input
      {...rest}
      {...typed}
      type={shape.kind}
      value={value}
      autoComplete="off"
      placeholder={texts.fieldValue}
      aria-label={label}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}
