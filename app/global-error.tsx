"use client";

import "./globals.css";
import { errors as english } from "#lib/i18n/messages/en/errors";
import { errors as french } from "#lib/i18n/messages/fr/errors";

/** When the page's own frame broke no language is known: both are said. */
export default function GlobalErrorPage({ error }: { error: Error & { digest?: string } }) {
  return (
    <html lang="en" data-theme="system">
      <head>
        <title>{english.brokenTitle}</title>
      </head>
      <body>
        <main className="mx-auto grid min-h-dvh max-w-140 content-center gap-8 px-5">
          {[
            { lang: "en", texts: english },
            { lang: "fr", texts: french },
          ].map(({ lang, texts }) => (
            <section key={lang} lang={lang} className="grid gap-2">
              <h1 className="type-title">{texts.brokenTitle}</h1>
              <p className="text-body text-ink-2">{texts.brokenText}</p>
              {error.digest ? (
                <p className="font-mono text-caption text-ink-3">{texts.reference(error.digest)}</p>
              ) : null}
            </section>
          ))}
          <a href="/" className="font-medium text-brand-ink underline">
            {english.home} · <span lang="fr">{french.home}</span>
          </a>
        </main>
      </body>
    </html>
  );
}
