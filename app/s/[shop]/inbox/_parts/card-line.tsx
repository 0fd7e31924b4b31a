"use client";

import type { ReactNode } from "react";
import { Field } from "#ui/field";
import { Input } from "#ui/input";
import { useFormat, useMessages } from "../../../../_i18n/language";

type Props = {
  label: string;
  value: string;
  most: number;
  required?: boolean;
  className?: string;
  id?: string;
  onChange: (value: string) => void;
};

/** How many of the most characters a text has; nothing while it is empty. */
export function useUsed(): (text: string, most: number) => ReactNode {
  const { used } = useMessages().inboxMessenger.cards;
  const format = useFormat();
  return ({ length }, most) => (length === 0 ? undefined : used(format.number(length), format.number(most)));
}

/** One line of a card, which tells while it is typed how much of it is used. */
export function CardLine({ label, value, most, required = false, className = "", id, onChange }: Props) {
  const used = useUsed();
  return (
    <Field label={label} hint={used(value, most)} className={className}>
      {(control) => (
        <Input
          {...control}
          {...(id ? { "data-line": id } : {})}
          required={required}
          maxLength={most}
          value={value}
          onChange={({ target }) => onChange(target.value)}
        />
      )}
    </Field>
  );
}
