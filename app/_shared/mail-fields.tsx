"use client";

import { Field } from "#ui/field";
import { Input } from "#ui/input";
import { useMessages } from "../_i18n/language";

type Typed = { name: string; email: string; fields: Record<string, string> };

/** Who she is and where the code goes. */
export function AddressFields({ state: { name, email, fields } }: { state: Typed }) {
  const { mail } = useMessages().connect;
  return (
    <div className="mt-4.5 grid gap-3">
      <Field label={mail.name} error={fields.name}>
        {(control) => (
          <Input {...control} name="name" defaultValue={name} autoComplete="name" maxLength={80} required />
        )}
      </Field>
      <Field label={mail.email} error={fields.email}>
        {(control) => (
          <Input {...control} name="email" type="email" defaultValue={email} autoComplete="email" required />
        )}
      </Field>
    </div>
  );
}

/** The code that was mailed. */
export function CodeField({ error }: { error: string | undefined }) {
  const { mail } = useMessages().connect;
  return (
    <Field label={mail.code} hint={mail.hint} error={error} className="mt-4.5">
      {(control) => (
        <Input
          {...control}
          ref={(field) => field?.focus()}
          name="code"
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={20}
          required
        />
      )}
    </Field>
  );
}
