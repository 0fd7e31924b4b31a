"use client";

import { useActionState, useState } from "react";
import type { ConnectView } from "#lib/connect/find-connect";
import { Banner } from "#ui/banner";
import { Button } from "#ui/button";
import { FacebookButton } from "#ui/facebook-button";
import { TextButton } from "#ui/text-link";
import { useMessages } from "../../../_i18n/language";
import { Accept } from "./accept";
import { type End, Ending } from "./ending";
import { MailForm } from "./mail-form";
import { Choices, Head, Sheet } from "./sheet";
import { signInHere } from "./sign-in";
import { tellChat } from "./tell-chat";
import { WhatTheySee } from "./what-they-see";

type Props = {
  shop: ConnectView["shop"];
  returnTo: string | null;
  request: string;
  /** The code next-auth gives when a sign-in did not finish. */
  error: string | null;
  /** Whether a code can be mailed. */
  mail: boolean;
};

/** For somebody who is not signed in: who asks and what they learn, before anything is given. */
export function SignInForm({ shop, returnTo, request, error, mail }: Props) {
  const { connect, login } = useMessages();
  const [end, setEnd] = useState<End | null>(null);
  const [byMail, setByMail] = useState(false);
  const [, start, pending] = useActionState(async () => {
    await signInHere(shop.slug, request);
  }, undefined);
  const cancel = () => {
    tellChat({ type: "comptoir:cancelled" }, returnTo);
    setEnd("cancelled");
  };
  if (end) return <Ending end={end} shop={shop} name={null} />;
  if (byMail) return <MailForm shop={shop} onCancel={cancel} onFacebook={() => setByMail(false)} />;
  return (
    <form action={start} className="grid min-w-0">
      <Sheet>
        <Head shop={shop} name={null} title={connect.title(shop.name)}>
          <p className="text-balance">{connect.signInFirst}</p>
        </Head>
        {error ? (
          <Banner tone="danger" role="alert" className="mt-4">
            {error === "AccessDenied" ? login.errors.denied : login.errors.other}
          </Banner>
        ) : null}
        <WhatTheySee />
        <Accept text={login.accept} />
        <Choices>
          <FacebookButton type="submit" className="px-2!" busy={pending}>
            {login.facebook}
          </FacebookButton>
          <Button type="submit" size="xl" formAction={cancel}>
            {connect.cancel}
          </Button>
        </Choices>
        {mail ? (
          <p className="mt-3 text-center text-label text-ink-2">
            {connect.mail.or} <TextButton onClick={() => setByMail(true)}>{connect.mail.choose}</TextButton>
          </p>
        ) : null}
      </Sheet>
    </form>
  );
}
