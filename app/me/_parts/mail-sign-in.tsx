"use client";

import { Button } from "#ui/button";
import { TextButton } from "#ui/text-link";
import { useMessages } from "../../_i18n/language";
import { Rich } from "../../_i18n/rich";
import { MailFields } from "../../_shared/mail-fields";
import { useMailLogin } from "../../_shared/use-mail-login";

/** Signing in with a code by mail: first where to, then the code. Signed in, the page is her own place. */
export function MailSignIn({ onFacebook }: { onFacebook: () => void }) {
  const { mail } = useMessages().connect;
  const { state, act, pending, again } = useMailLogin();
  return (
    <form action={act} noValidate>
      {state.ticket ? (
        <p className="text-pretty text-body text-ink-2">
          <Rich text={mail.sentTo} tags={{ to: () => <b className="break-all text-ink">{state.email}</b> }} />
        </p>
      ) : null}
      <MailFields state={state} />
      <Button type="submit" variant="primary" size="xl" block className="mt-4" busy={pending}>
        {state.ticket ? mail.go : mail.send}
      </Button>
      <p className="mt-3 text-label">
        <TextButton onClick={state.ticket ? again : onFacebook}>{state.ticket ? mail.other : mail.facebook}</TextButton>
      </p>
    </form>
  );
}
