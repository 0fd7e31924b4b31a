import { X } from "lucide-react";
import { useSandboxMessages } from "#app/_i18n/sandbox-language";
import { IconButton } from "#ui/icon-button";
import type { Writing } from "./writer";

type Props = { writing: Writing; denied: boolean; onCancel: () => void };

/** Above the box: which message is answered or changed, or that the microphone may not be used. */
export function WritingNote({ writing, denied, onCancel }: Props) {
  const { sandboxMessenger: texts } = useSandboxMessages();
  if (writing.kind === "new")
    return denied ? (
      <p role="alert" className="px-2 pb-1.5 text-danger-ink text-label">
        {texts.microphoneDenied}
      </p>
    ) : null;
  return (
    <div className="flex items-center gap-2 px-2 pb-1.5 text-label">
      <p className="min-w-0 grow">
        <span className="block font-semibold">{writing.kind === "edit" ? texts.editing : texts.replying}</span>
        <span className="block truncate text-(--mm-quiet)">{writing.text}</span>
      </p>
      <IconButton size="sm" label={texts.leaveIt} icon={<X aria-hidden="true" size={16} />} onClick={onCancel} />
    </div>
  );
}
