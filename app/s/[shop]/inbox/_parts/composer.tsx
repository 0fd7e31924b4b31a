"use client";

import { CircleX, SendHorizontal } from "lucide-react";
import {
  type FormEvent,
  type KeyboardEvent,
  useEffect,
  useEffectEvent,
  useRef,
  useState,
  useSyncExternalStore,
} from "react";
import { problemSentence } from "#lib/i18n/problem";
import { Banner } from "#ui/banner";
import { Button } from "#ui/button";
import { Kbd } from "#ui/kbd";
import { useFormat, useMessages } from "../../../../_i18n/language";
import { useConnectionState } from "../../../../_realtime/use-channel";
import { classNames } from "../../../../_ui/class-names";
import { type TakeBack, useShop, useUnsent } from "../../_parts/live-shop";
import { sendKeys } from "../send-keys";
import { useDraft } from "../use-draft";
import { useTypingSignal } from "../use-typing-signal";

/** The most a message may hold, in UTF-16 units. Source: MESSAGE_MAX of the command. */
const MOST = 4_000;
/** From here on the room that is left is told. */
const TELL_FROM = 3_600;
/** Refusals of what the message says or of whom it goes to: the text goes back to its author. */
const GIVEN_BACK = new Set(["refused", "invalid", "too_large"]);

const never = () => () => undefined;

function Room({ length }: { length: number }) {
  const { inbox } = useMessages();
  const over = length - MOST;
  return (
    <span
      aria-live={over > 0 ? "polite" : "off"}
      className={classNames("min-w-0 text-caption tabular-nums", over > 0 ? "text-danger-ink" : "text-ink-3")}
    >
      {length < TELL_FROM ? null : over > 0 ? inbox.tooLong(over) : inbox.left(-over)}
    </span>
  );
}

/** Where a member answers. The box can always be written in; what is refused comes back with the reason above it. */
export function Composer({ conversationId, name }: { conversationId: string; name: string | null }) {
  const messages = useMessages();
  const { inbox } = messages;
  const format = useFormat();
  const { takeBack } = useShop();
  const { write, held } = useUnsent();
  const offline = useConnectionState() === "offline" || held;
  const box = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useDraft(conversationId, box);
  const [refusal, setRefusal] = useState<string | null>(null);
  const signal = useTypingSignal(conversationId);
  const keys = useSyncExternalStore(
    never,
    () => sendKeys(navigator.platform),
    () => "",
  );

  const receive = useEffectEvent<TakeBack>((draft, problem) => {
    if (!GIVEN_BACK.has(problem.code)) return false;
    setRefusal(problem.message);
    if (text.trim() !== "") return false;
    setText(draft.body);
    box.current?.focus();
    return true;
  });
  useEffect(() => {
    const take: TakeBack = (draft, problem) => receive(draft, problem);
    takeBack.set(conversationId, take);
    return () => {
      takeBack.delete(conversationId);
    };
  }, [takeBack, conversationId]);

  function type(next: string) {
    setText(next);
    if (next.trim() !== "") signal();
  }
  function submit(event?: FormEvent) {
    event?.preventDefault();
    box.current?.focus();
    if (text.trim() === "") return;
    if (text.length > MOST) {
      setRefusal(problemSentence(messages, format, "message_too_long", { n: text.length, max: MOST }));
      return;
    }
    setRefusal(null);
    write(conversationId, text);
    setText("");
  }
  function onKeyDown(event: KeyboardEvent) {
    if (event.key === "Enter" && (event.metaKey || event.ctrlKey) && !event.nativeEvent.isComposing) submit(event);
    if (event.key === "Escape") box.current?.blur();
  }

  return (
    <form aria-label={inbox.reply} onSubmit={submit} className="shrink-0 px-4 pb-4 max-md:px-2 max-md:pb-2">
      {refusal ? (
        <Banner tone="danger" role="alert" icon={<CircleX aria-hidden="true" size={16} />} className="mb-2">
          {refusal} <span className="text-ink-2">{inbox.draftKept}</span>
        </Banner>
      ) : null}
      <div className="overflow-hidden rounded-lg border border-control bg-surface shadow-sm focus-within:border-transparent focus-within:ring-focus focus-within:-outline-offset-1 @max-[15rem]/app:flex @max-[15rem]/app:items-end">
        <textarea
          ref={box}
          id="reply"
          rows={2}
          value={text}
          aria-label={inbox.reply}
          placeholder={name ? inbox.writeTo(name) : inbox.writeAnswer}
          dir="auto"
          onChange={(event) => type(event.target.value)}
          onKeyDown={onKeyDown}
          className="block max-h-[30dvh] min-h-14 w-full resize-none bg-transparent px-3.5 pt-2.5 pb-0.5 text-body outline-none [field-sizing:content] @max-[15rem]/app:min-h-11 @max-[15rem]/app:py-2"
        />
        <div className="flex items-center gap-2 px-2 pt-1 pb-2 @max-[15rem]/app:p-1">
          <Room length={text.length} />
          <span className="ml-auto flex shrink-0 items-center gap-2">
            <Button
              type="submit"
              variant="primary"
              icon={<SendHorizontal aria-hidden="true" size={16} className="md:hidden" />}
              aria-keyshortcuts="Control+Enter Meta+Enter"
            >
              <span className="@max-[15rem]/app:sr-only">{offline ? inbox.queue : inbox.send}</span>
              {keys ? (
                <span aria-hidden="true" className="ml-2 max-md:hidden">
                  <Kbd quiet>{keys}</Kbd>
                </span>
              ) : null}
            </Button>
          </span>
        </div>
      </div>
    </form>
  );
}
