"use client";

import { SendHorizontal, Trash2 } from "lucide-react";
import { useSandboxMessages } from "#app/_i18n/sandbox-language";
import { IconButton } from "#ui/icon-button";
import type { useRecording } from "../use-recording";
import { ROUND } from "./round-button";

type Props = { recording: ReturnType<typeof useRecording>; onDone: (voice: Blob) => Promise<void> };

const two = (n: number) => String(n).padStart(2, "0");

/** While a voice message is recorded: how long it is, throwing it away, sending it. */
export function RecordingBar({ recording, onDone }: Props) {
  const { sandboxMessenger: texts } = useSandboxMessages();
  const { seconds, stop } = recording;
  async function end(keep: boolean) {
    const voice = await stop(keep);
    if (voice) await onDone(voice);
  }
  return (
    <div className="flex shrink-0 items-center gap-2 px-2 pt-1.5 pb-1">
      <IconButton
        label={texts.throwAway}
        icon={<Trash2 aria-hidden="true" size={20} />}
        className={ROUND}
        onClick={() => void end(false)}
      />
      <p role="status" className="flex min-h-9.5 grow items-center gap-2 rounded-full bg-msgr px-4 text-on-msgr">
        <span>{texts.recording}</span>
        <span aria-hidden="true" className="ml-auto tabular-nums">
          {`${Math.floor(seconds / 60)}:${two(seconds % 60)}`}
        </span>
      </p>
      <IconButton
        label={texts.sendVoice}
        icon={<SendHorizontal aria-hidden="true" size={20} />}
        className={ROUND}
        onClick={() => void end(true)}
      />
    </div>
  );
}
