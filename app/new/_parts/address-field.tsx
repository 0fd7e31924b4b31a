"use client";

import { Check, X } from "lucide-react";
import { useMessages } from "#app/_i18n/language";
import { Badge } from "#ui/badge";
import { Field } from "#ui/field";
import { Input } from "#ui/input";
import { slugTyped } from "./slug";
import type { AddressState } from "./use-address-check";

type Props = {
  value: string;
  onChange: (slug: string) => void;
  /** The fixed beginning: "comptoir.example/s/". */
  base: string;
  state: AddressState;
  error?: string | undefined;
};

/** The address of a counter, with whether it is still free. */
export function AddressField({ value, onChange, base, state, error }: Props) {
  const { shop, problems } = useMessages();
  const free = state === "free" ? shop.create.free : "";
  return (
    <Field label={shop.create.address} error={error ?? (state === "taken" ? problems.slug_taken : undefined)}>
      {(control) => (
        <Input
          {...control}
          name="slug"
          required
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          base={base}
          value={value}
          onChange={(event) => onChange(slugTyped(event.target.value))}
          trail={
            <span role="status" className="shrink-0">
              {free ? (
                <Badge tone="success" icon={<Check aria-hidden="true" size={12} />}>
                  {free}
                </Badge>
              ) : null}
              {state === "taken" ? (
                <Badge tone="danger" icon={<X aria-hidden="true" size={12} />}>
                  {shop.create.taken}
                </Badge>
              ) : null}
              {state === "checking" ? <span className="sr-only">{shop.create.checking}</span> : null}
            </span>
          }
        />
      )}
    </Field>
  );
}
