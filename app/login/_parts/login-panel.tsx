"use client";

import { signIn } from "next-auth/react";
import { useState } from "react";
import { useMessages } from "#app/_i18n/language";
import { Rich } from "#app/_i18n/rich";
import { LanguageSwitch } from "#app/_preferences/language-switch";
import { Banner } from "#ui/banner";
import { FacebookButton } from "#ui/facebook-button";
import { Logo } from "#ui/logo";
import { TextLink } from "#ui/text-link";
import { CounterArt } from "./counter-art";
import { SandboxPeople, type SandboxPerson } from "./sandbox-people";

type Props = {
  /** Where to go once signed in: a path of ours. */
  callbackUrl: string;
  /** The sandbox's accounts; empty on a real install, and then nothing of it is drawn. */
  people: readonly SandboxPerson[];
  /** The code next-auth puts in the address when a sign-in did not finish. */
  error: string | null;
};

const ERRORS = {
  AccessDenied: "denied",
  OAuthAccountNotLinked: "account",
  SessionRequired: "session",
  TooMany: "many",
} as const;

function isKnown(code: string): code is keyof typeof ERRORS {
  return Object.hasOwn(ERRORS, code);
}

/** The sign-in page: Facebook for everyone, and on a sandbox its people at one press. */
export function LoginPanel({ callbackUrl, people, error }: Props) {
  const { login } = useMessages();
  const [going, setGoing] = useState<string | null>(null);
  const start = (personId: string | null) => {
    setGoing(personId ?? "facebook");
    signIn("facebook", { callbackUrl }, personId ? { login_hint: personId } : {}).catch(() => setGoing(null));
  };
  return (
    <main id="content" className="grid min-h-dvh bg-surface md:grid-cols-2">
      <section className="flex min-w-0 flex-col gap-8 p-6 md:px-12 md:py-8">
        <div className="flex flex-wrap items-center justify-between gap-3">
          <Logo height={28} />
          <LanguageSwitch />
        </div>
        <div className="m-auto w-full max-w-90">
          <h1 className="type-heading">{login.title}</h1>
          <p className="mt-2 mb-6 text-body text-ink-2">{login.lead}</p>
          {error ? (
            <Banner tone="danger" role="alert" className="mb-4">
              {login.errors[isKnown(error) ? ERRORS[error] : "other"]}
            </Banner>
          ) : null}
          <FacebookButton
            block
            busy={going === "facebook"}
            onClick={() => start(null)}
            className="justify-start! gap-3!"
          >
            {login.facebook}
          </FacebookButton>
          {people.length > 0 ? <SandboxPeople people={people} going={going} onChoose={start} /> : null}
          <p className="mt-6 text-pretty text-caption text-ink-3">
            <Rich
              text={login.accept}
              tags={{
                terms: (inner) => <TextLink href="/terms">{inner}</TextLink>,
                privacy: (inner) => <TextLink href="/privacy">{inner}</TextLink>,
              }}
            />
          </p>
        </div>
        <p className="text-caption text-ink-3">
          <Rich text={login.newShop} tags={{ open: (inner) => <TextLink href="/new">{inner}</TextLink> }} />
        </p>
      </section>
      <CounterArt />
    </main>
  );
}
