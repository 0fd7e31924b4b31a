import type { Metadata } from "next";
import { LanguageSwitch } from "#app/_preferences/language-switch";
import { findDeletion } from "#lib/channels/messenger/pages/request-deletion";
import { formatIn } from "#lib/i18n/format";
import { Mark } from "#ui/logo";
import { getLocale, getMessages } from "../../_i18n/server";

/** Whoever holds the code may be anywhere, and the page names the zone it means. */
const ZONE = "UTC";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getMessages()).messengerSettings.deletion.pageTitle, robots: { index: false } };
}

/** What became of a request to delete data that Facebook passed on. Anyone with its code may look; it names nobody. */
export default async function DeletionPage({ params }: { params: Promise<{ code: string }> }) {
  const [{ code }, locale, messages] = await Promise.all([params, getLocale(), getMessages()]);
  const texts = messages.messengerSettings.deletion;
  const found = await findDeletion(code);
  const format = formatIn(locale, ZONE);
  const when = (at: string) => `${format.instant(at)} ${ZONE}`;
  return (
    <main id="content" className="mx-auto grid w-full max-w-130 gap-4 px-4 py-12">
      <div className="flex items-center justify-between gap-4">
        <span className="grid size-12 place-items-center rounded-lg bg-brand text-on-brand">
          <Mark size={28} />
        </span>
        <LanguageSwitch />
      </div>
      <h1 className="type-heading">{texts.title}</h1>
      {found ? (
        <>
          <p>{texts.asked(when(found.requestedAt))}</p>
          <p role="status">{found.completedAt ? texts.done(when(found.completedAt)) : texts.working}</p>
          <p className="text-ink-2">
            {texts.rest} {texts.team}
          </p>
          <p className="text-caption text-ink-3">
            {texts.code} <code className="break-all font-mono">{code}</code>
          </p>
        </>
      ) : (
        <p>{texts.unknown}</p>
      )}
    </main>
  );
}
