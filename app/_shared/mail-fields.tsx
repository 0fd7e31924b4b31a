"use client";

import { Banner } from "#ui/banner";
import { Field } from "#ui/field";
import { Input } from "#ui/input";
import { useMessages } from "../_i18n/language";
import type { MailLogin } from "./use-mail-login";

/** Who she is and where the code goes. */
function AddressFields({ state: { name, email, fields } }: { state: MailLogin }) {
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
export function CodeField({ error, className = "" }: { error: string | undefined; className?: string }) {
  const { mail } = useMessages().connect;
  return (
    <Field label={mail.code} hint={mail.hint} error={error} className={className}>
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

/** What is to be typed now: who she is and where a code goes, or the code itself; and over it, what was wrong. */
export function MailFields({ state }: { state: MailLogin }) {
  return (
    <>
      {state.problem ? (
        <Banner tone="danger" role="alert" className="mt-4">
          {state.problem}
        </Banner>
      ) : null}
      {state.ticket ? <CodeField error={state.fields.code} className="mt-4.5" /> : <AddressFields state={state} />}
    </>
  );
}
