"use client";

import { ImageIcon, SendHorizontal } from "lucide-react";
import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from "react";
import { useSandboxMessages } from "#app/_i18n/sandbox-language";
import { IconButton } from "#ui/icon-button";
import { useInOrder } from "../use-in-order";
import { useRecording } from "../use-recording";
import type { ThreadView } from "../view";
import { FilePicker } from "./file-picker";
import { useThePhone } from "./messenger-context";
import { MoreToSay } from "./more-to-say";
import { PageMenu } from "./page-menu";
import { RecordingBar } from "./recording-bar";
import { ROUND } from "./round-button";
import { StickerPicker } from "./sticker-picker";
import { WritingNote } from "./writing-note";

/** What the box is for: a new message, an answer to one, or the new text of one. */
export type Writing =
  | { kind: "new" }
  | { kind: "reply"; mid: string; text: string }
  | { kind: "edit"; mid: string; text: string };

/** Where everybody in the sandbox is found. */
const SQUARE = { lat: 48.85555, long: 2.36558, title: "Place des Vosges" };

type Props = { thread: ThreadView; writing: Writing; onWrite: (writing: Writing) => void };

/** Where the person writes, and says pictures, stickers, voice and files. */
export function Writer({ thread, writing, onWrite }: Props) {
  const { sandboxMessenger: texts } = useSandboxMessages();
  const { act, keep } = useThePhone();
  const [text, setText] = useState("");
  const inOrder = useInOrder();
  const box = useRef<HTMLTextAreaElement>(null);
  const recording = useRecording();
  const pageId = thread.page.id;
  const replyTo = writing.kind === "reply" ? { replyTo: writing.mid } : {};

  useEffect(() => {
    if (writing.kind === "edit") setText(writing.text);
    if (writing.kind !== "new") box.current?.focus();
  }, [writing]);

  async function submit(event?: FormEvent) {
    event?.preventDefault();
    box.current?.focus();
    const said = text.trim();
    if (!said) return;
    setText("");
    const done = await inOrder(() =>
      writing.kind === "edit"
        ? act({ act: "edit", mid: writing.mid, text: said })
        : act({ act: "say", pageId, text: said, ...replyTo }),
    );
    if (done) onWrite({ kind: "new" });
    else setText((now) => now || said);
  }
  function onKeyDown(event: KeyboardEvent) {
    if (event.key === "Enter" && !event.shiftKey && !event.nativeEvent.isComposing) {
      event.preventDefault();
      void submit();
    }
    if (event.key === "Escape" && writing.kind !== "new") cancel();
  }
  function cancel() {
    if (writing.kind === "edit") setText("");
    onWrite({ kind: "new" });
  }
  async function sayFile(file: Blob, name: string) {
    const done = await inOrder(async () => {
      const fileId = await keep(file, name);
      return fileId !== null && act({ act: "say", pageId, fileId, ...replyTo });
    });
    if (done) onWrite({ kind: "new" });
  }

  if (recording.state === "on")
    return <RecordingBar recording={recording} onDone={(voice) => sayFile(voice, "voice")} />;
  return (
    <form aria-label={texts.write} onSubmit={submit} className="shrink-0 px-2 pt-1.5 pb-1">
      <WritingNote writing={writing} onCancel={cancel} denied={recording.state === "denied"} />
      <div className="flex items-end gap-0.5">
        <PageMenu page={thread.page} entries={thread.menu} />
        <MoreToSay
          onFile={sayFile}
          onRecord={() => void recording.start()}
          onLocation={() => void inOrder(() => act({ act: "say", pageId, location: SQUARE, ...replyTo }))}
        />
        <FilePicker label={texts.addPicture} accept="image/*" onFile={sayFile}>
          <ImageIcon aria-hidden="true" size={20} />
        </FilePicker>
        <div className="flex min-w-0 grow items-end rounded-[19px] bg-(--mm-in) pl-3.5 focus-within:ring-focus focus-within:-outline-offset-1">
          <textarea
            ref={box}
            rows={1}
            value={text}
            dir="auto"
            aria-label={texts.message}
            placeholder={texts.message}
            onChange={(event) => setText(event.target.value)}
            onKeyDown={onKeyDown}
            className="max-h-30 min-h-9.5 min-w-0 grow resize-none bg-transparent py-2.25 text-[0.9375rem] leading-5 outline-none [field-sizing:content] placeholder:text-(--mm-quiet) max-md:min-h-11 max-md:py-3 max-md:text-[1rem]"
          />
          <StickerPicker
            onEmoji={(emoji) => setText((before) => `${before}${emoji}`)}
            onSticker={(stickerId) => void inOrder(() => act({ act: "say", pageId, stickerId, ...replyTo }))}
          />
        </div>
        <IconButton
          type="submit"
          label={writing.kind === "edit" ? texts.saveEdit : texts.send}
          icon={<SendHorizontal aria-hidden="true" size={20} />}
          className={ROUND}
        />
      </div>
    </form>
  );
}
