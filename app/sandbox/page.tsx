import { ArrowUpRight } from "lucide-react";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { sandboxIsOn } from "#lib/sandbox/gate";
import { listPeople } from "#lib/sandbox/people/list-people";
import { storefrontOrigin } from "#lib/sandbox/storefront/origin";
import { Logo } from "#ui/logo";
import { TextLink } from "#ui/text-link";
import { getMessages } from "../_i18n/server";
import { LanguageSwitch } from "../_preferences/language-switch";
import { Door } from "./_parts/door";
import { PeopleList } from "./_parts/people-list";
import { SandboxBar } from "./_parts/sandbox-bar";

export async function generateMetadata(): Promise<Metadata> {
  const { sandbox } = await getMessages();
  return { title: sandbox.title };
}

/** The home of the sandbox: the demo shop, its counter, and the people one can be. */
export default async function SandboxPage() {
  if (!sandboxIsOn()) notFound();
  const [{ sandbox, sandboxMessenger }, people] = await Promise.all([getMessages(), listPeople()]);
  return (
    <>
      <SandboxBar text={sandbox.promise} />
      <main id="content" className="mx-auto w-full max-w-240 px-4 py-6 md:px-8 md:py-10">
        <div className="flex flex-wrap items-center justify-between gap-4">
          <Logo />
          <LanguageSwitch />
        </div>
        <h1 className="mt-10 type-display">{sandbox.title}</h1>
        <p className="mt-2 max-w-140 text-ink-2 text-lead">{sandbox.home}</p>
        <div className="mt-8 grid gap-4 md:grid-cols-2">
          <Door
            title={sandbox.storefront}
            text={sandbox.storefrontText}
            action={sandbox.openStorefront}
            href={storefrontOrigin()}
            icon={<ArrowUpRight aria-hidden="true" size={16} />}
            picture="/sandbox/art/grand-bouquet.svg"
            look="shop"
          />
          <Door
            title={sandbox.counter}
            text={sandbox.counterText}
            action={sandbox.signIn}
            href="/login"
            picture="/sandbox/art/vase.svg"
            look="primary"
          />
          <Door
            title={sandboxMessenger.door}
            text={sandboxMessenger.doorText}
            action={sandboxMessenger.openMessenger}
            href="/sandbox/messenger"
            picture="/sandbox/art/messenger.svg"
            look="secondary"
          />
        </div>
        <p className="mt-4 text-label">
          <TextLink href="/sandbox/mail">{sandbox.mail.open}</TextLink>
        </p>
        <PeopleList people={people} texts={sandbox} />
      </main>
    </>
  );
}
