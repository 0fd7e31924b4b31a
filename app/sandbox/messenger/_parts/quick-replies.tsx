"use client";

import Image from "next/image";
import { useSandboxMessages } from "#app/_i18n/sandbox-language";
import type { QuickReplyView } from "#lib/sandbox/messenger/drawn-parts";
import type { PageView } from "../view";
import { useThePhone } from "./messenger-context";

/** Answers to tap. They go away with the next message of either side. */
export function QuickReplies({ page, replies }: { page: PageView; replies: QuickReplyView[] }) {
  const { sandboxMessenger: texts } = useSandboxMessages();
  const { act } = useThePhone();
  return (
    <ul aria-label={texts.quickReplies} className="flex shrink-0 gap-1.5 overflow-x-auto px-3 pb-1.5">
      {replies.map(({ title, payload, imageUrl }) => (
        <li key={`${title} ${payload}`} className="shrink-0">
          <button
            type="button"
            onClick={() => void act({ act: "say", pageId: page.id, text: title, quickReply: payload })}
            className="flex min-h-9 items-center gap-1.5 rounded-full border border-(--mm-ink) px-3.5 font-semibold text-(--mm-ink) text-[0.875rem] hover:bg-(--mm-in) max-md:min-h-11"
          >
            {imageUrl ? <Image src={imageUrl} alt="" width={20} height={20} unoptimized className="size-5" /> : null}
            {title}
          </button>
        </li>
      ))}
    </ul>
  );
}
