"use client";

import type { ConnectView } from "#lib/connect/find-connect";
import { Banner } from "#ui/banner";
import { Button } from "#ui/button";
import { Field } from "#ui/field";
import { Input } from "#ui/input";
import { TextButton } from "#ui/text-link";
import { useMessages } from "../../../_i18n/language";
import { Rich } from "../../../_i18n/rich";
import { Accept } from "./accept";
import { Choices, Head, Sheet } from "./sheet";
import { useMailLogin } from "./use-mail-login";

type Props = { shop: ConnectView["shop"]; onCancel: () => void; onFacebook: () => void };

/** Signing in with a code by mail: first where to, then the code. Signed in, the page shows what to tick. */
export function MailForm({ shop, onCancel, onFacebook }: Props) {
  const { connect } = useMessages();
  const { mail } = connect;
  const { state, act, pending, again } = useMailLogin();
  return (
    <form action={act} className="grid min-w-0" noValidate>
      <Sheet>
        <Head shop={shop} name={state.name || null} title={connect.title(shop.name)}>
          <p className="text-balance">
            {state.ticket ? (
              <Rich text={mail.sentTo} tags={{ to: () => <b className="break-all text-ink">{state.email}</b> }} />
            ) : (
              mail.lead
            )}
          </p>
        </Head>
        {state.problem ? (
          <Banner tone="danger" role="alert" className="mt-4">
            {state.problem}
          </Banner>
        ) : null}
        {state.ticket ? <CodeField error={state.fields.code} /> : <AddressFields state={state} />}
        <p className="mt-3 text-label">
          <TextButton onClick={state.ticket ? again : onFacebook}>
            {state.ticket ? mail.other : mail.facebook}
          </TextButton>
        </p>
        <Accept text={mail.accept} />
        <Choices>
          <Button type="submit" variant="primary" size="xl" className="px-2!" busy={pending}>
            {state.ticket ? mail.go : mail.send}
          </Button>
          <Button size="xl" onClick={onCancel}>
            {connect.cancel}
          </Button>
        </Choices>
      </Sheet>
    </form>
  );
}

type Typed = { name: string; email: string; fields: Record<string, string> };

function AddressFields({ state: { name, email, fields } }: { state: Typed }) {
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

function CodeField({ error }: { error: string | undefined }) {
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
