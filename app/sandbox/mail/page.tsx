import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { sandboxIsOn } from "#lib/sandbox/gate";
import { listMails } from "#lib/sandbox/mail/list-mails";
import { EmptyState } from "#ui/empty-state";
import { getFormat, getMessages } from "../../_i18n/server";
import { LanguageSwitch } from "../../_preferences/language-switch";
import { SandboxBar } from "../_parts/sandbox-bar";
import { MailItem } from "./_parts/mail-item";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

const Query = z.object({ to: z.string().max(300).optional().catch(undefined) });

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getMessages()).sandbox.mail.title };
}

/** Every mail that would have left this computer, the newest first. */
export default async function MailboxPage({ searchParams }: Props) {
  if (!sandboxIsOn()) notFound();
  const { to } = Query.parse(await searchParams);
  const [{ sandbox }, format, mails] = await Promise.all([getMessages(), getFormat(), listMails(to)]);
  return (
    <>
      <SandboxBar text={sandbox.promise} />
      <main id="content" className="mx-auto w-full max-w-160 px-4 py-6 md:px-8 md:py-10">
        <div className="flex flex-wrap items-center justify-between gap-4">
          <h1 className="type-heading">{sandbox.mail.title}</h1>
          <LanguageSwitch />
        </div>
        <p className="mt-2 text-body text-ink-2">{sandbox.mail.lead}</p>
        {mails.length === 0 ? <EmptyState title={sandbox.mail.none} /> : null}
        <ul className="mt-6 grid gap-4">
          {mails.map((mail) => (
            <MailItem key={mail.id} mail={mail} when={format.sinceInline(mail.at)} texts={sandbox.mail} />
          ))}
        </ul>
      </main>
    </>
  );
}
