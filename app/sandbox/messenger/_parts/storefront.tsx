"use client";

import { ExternalLink, Lock } from "lucide-react";
import { useSandboxMessages } from "#app/_i18n/sandbox-language";

/** The demo shop in a browser of its own. */
export function Storefront({ origin }: { origin: string }) {
  const { sandboxMessenger: texts } = useSandboxMessages();
  const { host } = new URL(origin);
  return (
    <section
      aria-label={texts.storefront}
      className="flex h-103 shrink-0 flex-col overflow-hidden rounded-[14px] bg-surface shadow-lg max-md:hidden"
    >
      <div className="flex h-10 shrink-0 items-center gap-2 border-line border-b px-3.5">
        <span aria-hidden="true" className="flex gap-2">
          <i className="size-2.75 rounded-full bg-line-strong" />
          <i className="size-2.75 rounded-full bg-line-strong" />
          <i className="size-2.75 rounded-full bg-line-strong" />
        </span>
        <a
          href={origin}
          target="_blank"
          rel="noopener"
          aria-label={texts.openStorefront(host)}
          className="mx-auto flex h-6.5 w-full max-w-105 items-center justify-center gap-1.5 rounded-md bg-hover text-caption text-ink-2"
        >
          <Lock aria-hidden="true" size={12} />
          {host}
          <ExternalLink aria-hidden="true" size={12} />
        </a>
      </div>
      <div className="min-h-0 grow overflow-clip">
        <iframe
          title={texts.storefront}
          src={origin}
          className="h-[147.1%] w-[147.1%] origin-top-left scale-[0.68] border-0"
        />
      </div>
    </section>
  );
}
