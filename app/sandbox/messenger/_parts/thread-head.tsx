"use client";

import { ChevronLeft, Info } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { useSandboxMessages } from "#app/_i18n/sandbox-language";
import { IconButton } from "#ui/icon-button";
import type { ThreadView } from "../view";
import { AboutPage } from "./about-page";
import { useThePhone } from "./messenger-context";
import { PageFace } from "./page-face";

/** Whom the chat is with, the way back, and what there is to know about the Page. */
export function ThreadHead({ thread }: { thread: ThreadView }) {
  const { sandboxMessenger: texts } = useSandboxMessages();
  const { go } = useThePhone();
  const [about, setAbout] = useState(false);
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus({ preventScroll: true }), []);
  const { page } = thread;
  return (
    <header className="flex shrink-0 items-center gap-2 border-(--mm-edge) border-b pt-1 pr-3 pb-2.5 pl-1 [&_button]:text-(--mm-ink)">
      <IconButton
        label={texts.back}
        icon={<ChevronLeft aria-hidden="true" size={20} />}
        className="rounded-full!"
        onClick={() => go(null)}
      />
      <PageFace page={page} size={36} />
      <div className="min-w-0 grow">
        <h2 ref={title} tabIndex={-1} className="truncate font-semibold text-[0.9375rem] leading-4.75 outline-none">
          {page.name}
        </h2>
        <p className="truncate text-(--mm-quiet) text-caption">{page.category}</p>
      </div>
      <IconButton
        label={texts.aboutPage}
        icon={<Info aria-hidden="true" size={20} />}
        className="rounded-full!"
        onClick={() => setAbout(true)}
      />
      <AboutPage thread={thread} open={about} onOpenChange={setAbout} />
    </header>
  );
}
