"use client";

import { signIn } from "next-auth/react";
import { useActionState, useState } from "react";
import { Card } from "#ui/card";
import { FacebookButton } from "#ui/facebook-button";
import { TextButton, TextLink } from "#ui/text-link";
import { useMessages } from "../../_i18n/language";
import { useMyMessages } from "../../_i18n/my-language";
import { Rich } from "../../_i18n/rich";
import { MailSignIn } from "./mail-sign-in";

/** What this place is, and the ways in: as she signed in at the shop, with Facebook or a code by mail. */
export function SignIn({ mail }: { mail: boolean }) {
  const { me } = useMyMessages();
  const { login, connect } = useMessages();
  const [byMail, setByMail] = useState(false);
  const [, start, pending] = useActionState(async () => {
    await signIn("facebook", { callbackUrl: "/me" });
  }, undefined);
  return (
    <Card className="mx-auto max-w-120 p-6 md:p-8">
      <h1 className="type-heading text-balance">{me.signInTitle}</h1>
      <p className="mt-2 mb-6 text-pretty text-body text-ink-2">{me.signInText}</p>
      {byMail ? (
        <MailSignIn onFacebook={() => setByMail(false)} />
      ) : (
        <>
          <form action={start}>
            <FacebookButton type="submit" block busy={pending}>
              {login.facebook}
            </FacebookButton>
          </form>
          {mail ? (
            <p className="mt-3 text-center text-label text-ink-2">
              {connect.mail.or} <TextButton onClick={() => setByMail(true)}>{connect.mail.choose}</TextButton>
            </p>
          ) : null}
        </>
      )}
      <p className="mt-4 text-pretty text-caption text-ink-3">
        <Rich
          text={login.accept}
          tags={{
            terms: (inner) => <TextLink href="/terms">{inner}</TextLink>,
            privacy: (inner) => <TextLink href="/privacy">{inner}</TextLink>,
          }}
        />
      </p>
    </Card>
  );
}
