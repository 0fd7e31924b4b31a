import type { Metadata } from "next";
import { cookies } from "next/headers";
import { cache } from "react";
import { z } from "zod";
import { type ConnectView, findConnect } from "#lib/connect/find-connect";
import { currentPerson } from "#lib/http/session";
import { isLocale, LOCALE_COOKIE, type Locale } from "#lib/i18n/locales";
import { messagesFor } from "#lib/i18n/messages";
import { mailIsOn } from "#lib/mail/mail-is-on";
import { LanguageProvider } from "../../_i18n/provider";
import { getLocale } from "../../_i18n/server";
import { AskForm } from "./_parts/ask-form";
import { Over } from "./_parts/over";
import { SignInForm } from "./_parts/sign-in-form";

type Props = {
  params: Promise<{ shop: string }>;
  searchParams: Promise<Record<string, unknown>>;
};

const Query = z.object({
  request: z.string().max(100).catch(""),
  error: z.string().max(60).nullable().catch(null),
});

const load = cache(async (slug: string, token: string) => findConnect(slug, token, await currentPerson()));

async function read({ params, searchParams }: Props) {
  const { request, error } = Query.parse(await searchParams);
  const connect = await load((await params).shop, request);
  return { request, error, connect, locale: await localeOf(connect) };
}

/** The language she chose on this browser, else that of the chat she comes from. */
async function localeOf(connect: ConnectView | null): Promise<Locale> {
  const chosen = (await cookies()).get(LOCALE_COOKIE)?.value;
  return isLocale(chosen) ? chosen : (connect?.locale ?? (await getLocale()));
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { connect, locale } = await read(props);
  const texts = messagesFor(locale).connect;
  return { title: connect ? texts.title(connect.shop.name) : texts.over.unknown };
}

export default async function ConnectPage(props: Props) {
  const [{ request, error, connect, locale }, person] = await Promise.all([read(props), currentPerson()]);
  const open = connect?.state === "open" ? connect : null;
  return (
    <LanguageProvider locale={locale} timeZone={connect?.shop.timeZone ?? "UTC"} drawnAt={new Date().toISOString()}>
      <main
        id="content"
        lang={locale}
        className="grid min-h-dvh grid-rows-[minmax(0,auto)] bg-surface max-md:grid-rows-[1fr] md:place-items-center md:bg-canvas md:p-6"
      >
        {open && person ? <AskForm connect={open} request={request} person={person} /> : null}
        {open && !person ? (
          <SignInForm shop={open.shop} returnTo={open.returnTo} request={request} error={error} mail={mailIsOn()} />
        ) : null}
        {open ? null : <Over connect={connect} />}
      </main>
    </LanguageProvider>
  );
}
