"use client";

import { CircleX, SendHorizontal } from "lucide-react";
import { type ClipboardEvent, type DragEvent, type KeyboardEvent, useSyncExternalStore } from "react";
import type { ConversationRow } from "#lib/conversations/view-conversation";
import type { MessageView } from "#lib/conversations/view-message";
import { Banner } from "#ui/banner";
import { Button } from "#ui/button";
import { Kbd } from "#ui/kbd";
import { useMessages } from "../../../../_i18n/language";
import { useConnectionState } from "../../../../_realtime/use-channel";
import { classNames } from "../../../../_ui/class-names";
import { useShop, useUnsent } from "../../_parts/live-shop";
import { firstNameOf } from "../../use-name";
import { sendKeys } from "../send-keys";
import { useComposer } from "../use-composer";
import { useComposerState } from "../use-composer-state";
import { useTypingSignal } from "../use-typing-signal";
import { Alternatives } from "./alternatives";
import { Answered } from "./answered";
import { ComposerRule } from "./composer-rule";
import { ComposerTools } from "./composer-tools";
import { Room } from "./room";
import { UploadTray } from "./upload-tray";
import { WindowLine } from "./window-line";

const never = () => () => undefined;

/** The keys that send, as this keyboard writes them; none before the page is awake. */
function useSendKeys(): string {
  return useSyncExternalStore(
    never,
    () => sendKeys(navigator.platform),
    () => "",
  );
}

type Props = {
  row: ConversationRow;
  settled: boolean;
  /** The message that the next one answers. */
  answered: MessageView | null;
  onAnswered: () => void;
};

/** Where a member answers. The box can always be written in; what is refused comes back with the reason above it. */
export function Composer({ row, settled, answered, onAnswered }: Props) {
  const { inbox, inboxMessenger } = useMessages();
  const { uploads: all } = useShop();
  const { held } = useUnsent();
  const offline = useConnectionState() === "offline" || held;
  const { state, link } = useComposerState(row, settled);
  const closed = state?.state === "closed";
  const composer = useComposer({ row, closed, replyTo: answered?.id ?? null, onSent: onAnswered });
  const { box, text, setText, refusal, uploads, add, submit, most, parts, messenger } = composer;
  const signal = useTypingSignal(row.id);
  const keys = useSendKeys();
  const name = firstNameOf(row.contact.name) || null;
  const invitation = state?.state === "human_only" && name ? inboxMessenger.answerYourself : inbox.writeTo;

  function type(next: string) {
    setText(next);
    if (next.trim() !== "") signal();
  }
  function onKeyDown(event: KeyboardEvent) {
    if (event.key === "Enter" && (event.metaKey || event.ctrlKey) && !event.nativeEvent.isComposing) submit(event);
    if (event.key === "Escape") box.current?.blur();
  }
  /** Office programs put a picture of a text beside it: then the text is meant. */
  function take(event: ClipboardEvent | DragEvent, { files, types }: DataTransfer) {
    if (!messenger || files.length === 0 || types.includes("text/plain")) return;
    event.preventDefault();
    add([...files]);
  }

  return (
    <form
      aria-label={inbox.reply}
      onSubmit={submit}
      onDragOver={(event) => messenger && event.preventDefault()}
      onDrop={(event) => take(event, event.dataTransfer)}
      className="shrink-0 px-4 pb-4 max-md:px-2 max-md:pb-2"
    >
      {refusal && !closed ? (
        <Banner tone="danger" role="alert" icon={<CircleX aria-hidden="true" size={16} />} className="mb-2">
          {refusal} <span className="text-ink-2">{inbox.draftKept}</span>
        </Banner>
      ) : null}
      {state ? (
        <ComposerRule row={row} state={state} kept={text.trim() !== ""} refused={refusal !== null}>
          <Alternatives row={row} state={state} link={link} text={text} onMoved={() => setText("")} />
        </ComposerRule>
      ) : null}
      <div
        className={classNames(
          "overflow-hidden rounded-lg border shadow-sm focus-within:border-transparent focus-within:ring-focus focus-within:-outline-offset-1",
          closed ? "border-line-strong bg-sunken" : "border-control bg-surface",
        )}
      >
        {answered ? (
          <Answered message={answered} contactName={row.contact.name.trim() || null} onStop={onAnswered} />
        ) : null}
        {state ? <WindowLine state={state} /> : null}
        {uploads.length > 0 ? <UploadTray uploads={uploads} conversationId={row.id} all={all} /> : null}
        <div className="@max-[15rem]/app:flex @max-[15rem]/app:flex-wrap @max-[15rem]/app:items-end">
          <textarea
            ref={box}
            id="reply"
            rows={2}
            value={text}
            aria-label={inbox.reply}
            placeholder={name ? invitation(name) : inbox.writeAnswer}
            dir="auto"
            onChange={(event) => type(event.target.value)}
            onKeyDown={onKeyDown}
            onPaste={(event) => take(event, event.clipboardData)}
            className="block max-h-[30dvh] min-h-14 w-full resize-none bg-transparent px-3.5 pt-2.5 pb-0.5 text-body outline-none [field-sizing:content] @max-[15rem]/app:min-h-11 @max-[15rem]/app:w-auto @max-[15rem]/app:min-w-24 @max-[15rem]/app:flex-1 @max-[15rem]/app:py-2"
          />
          <div className="flex items-center gap-2 px-2 pt-1 pb-2 @max-[15rem]/app:p-1">
            {messenger ? <ComposerTools onFiles={add} /> : null}
            <Room length={text.length} most={most} parts={parts} />
            <span className="ml-auto flex shrink-0 items-center gap-2">
              <Button
                type="submit"
                variant="primary"
                disabled={closed}
                icon={<SendHorizontal aria-hidden="true" size={16} className="md:hidden" />}
                aria-keyshortcuts="Control+Enter Meta+Enter"
              >
                <span className="@max-[15rem]/app:sr-only">
                  {parts > 1 ? inboxMessenger.sendAs(parts) : offline ? inbox.queue : inbox.send}
                </span>
                {keys ? (
                  <span aria-hidden="true" className="ml-2 max-md:hidden">
                    <Kbd quiet>{keys}</Kbd>
                  </span>
                ) : null}
              </Button>
            </span>
          </div>
        </div>
      </div>
    </form>
  );
}
