"use client";

import { signIn } from "next-auth/react";
import { useActionState, useState } from "react";
import type { ConnectView } from "#lib/connect/find-connect";
import { Button } from "#ui/button";
import { FacebookLetter } from "#ui/channel-glyph";
import { TextLink } from "#ui/text-link";
import { useMessages } from "../../../_i18n/language";
import { Rich } from "../../../_i18n/rich";
import { type End, Ending } from "./ending";
import { Choices, Head, Sheet } from "./sheet";
import { tellOpener } from "./tell-opener";
import { WhatTheySee } from "./what-they-see";

const newTab = (href: string) => (inner: string) => (
  <TextLink href={href} target="_blank">
    {inner}
  </TextLink>
);

/** For somebody who is not signed in: who asks and what they learn, before anything is given. */
export function SignInForm({ shop }: { shop: ConnectView["shop"] }) {
  const { connect, login } = useMessages();
  const [end, setEnd] = useState<End | null>(null);
  const [, start, pending] = useActionState(async () => {
    await signIn("facebook", { callbackUrl: location.href });
  }, undefined);
  const cancel = () => {
    tellOpener({ type: "comptoir:cancelled" });
    setEnd("cancelled");
  };
  if (end) return <Ending end={end} shop={shop} name={null} />;
  return (
    <form action={start} className="grid min-w-0">
      <Sheet>
        <Head shop={shop} name={null} title={connect.title(shop.name)}>
          <p className="text-balance">{connect.signInFirst}</p>
        </Head>
        <WhatTheySee />
        <p className="mt-4 mb-2 text-pretty text-caption text-ink-3">
          <Rich text={login.accept} tags={{ terms: newTab("/terms"), privacy: newTab("/privacy") }} />
        </p>
        <Choices>
          <Button
            type="submit"
            variant="fb"
            size="xl"
            className="px-2!"
            busy={pending}
            icon={
              <span className="grid size-6 shrink-0 place-items-center rounded-full bg-white text-fb">
                <FacebookLetter size={18} />
              </span>
            }
          >
            {login.facebook}
          </Button>
          <Button type="submit" size="xl" formAction={cancel}>
            {connect.cancel}
          </Button>
        </Choices>
      </Sheet>
    </form>
  );
}
