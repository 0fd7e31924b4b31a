import { useSandboxMessages } from "#app/_i18n/sandbox-language";
import { TypingDots } from "#ui/typing-dots";
import type { PageView } from "../view";
import { PageFace } from "./page-face";

/** Somebody at the Page is writing. */
export function Typing({ page }: { page: PageView }) {
  const { sandboxMessenger: texts } = useSandboxMessages();
  return (
    <div className="flex items-end gap-2">
      <PageFace page={page} size={24} />
      <p className="rounded-[20px] rounded-bl-sm bg-(--mm-in) px-3.5 py-3 text-(--mm-quiet)">
        <span className="sr-only">{texts.isTyping(page.name)}</span>
        <TypingDots />
      </p>
    </div>
  );
}
