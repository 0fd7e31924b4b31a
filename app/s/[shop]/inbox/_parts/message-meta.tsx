"use client";

import type { MessageView } from "#lib/conversations/view-message";
import { problemSentence } from "#lib/i18n/problem";
import { useFormat, useMessages } from "../../../../_i18n/language";
import { useShop } from "../../_parts/live-shop";
import { firstNameOf } from "../../use-name";
import { useCopy } from "../use-copy";
import { Delivery, type DeliveryState } from "./delivery";
import { Edited } from "./edited";
import { MetaButton } from "./meta-button";
import { Scheduled } from "./scheduled";

export const META = "mt-0.75 flex flex-wrap items-center gap-x-1.25 px-0.5 text-micro text-ink-3";

/** Who sent it, where that is not the reader herself: a colleague, a rule, or somebody on Facebook. */
function useSenderWords({ payload, kind, authorName, memberId: by }: MessageView): string | null {
  const { inbox, inboxMessenger } = useMessages();
  const { memberId } = useShop();
  const author = authorName ? firstNameOf(authorName) : null;
  if (payload?.sentFrom) return inboxMessenger.sentFrom[payload.sentFrom];
  if (kind === "receipt") return author ? inbox.receiptBy(author) : inbox.receiptAutomatic;
  return by === memberId ? null : (author ?? inbox.automatic);
}

/** Trying again cannot help: she must write, or the message must be another one. */
const FINAL = new Set([
  "outside_window",
  "not_allowed_now",
  "unreachable",
  "unknown_person",
  "reply_refused",
  "not_accepted",
  "file_too_large",
  "file_refused",
  "file_missing",
  "template_missing",
]);

type Props = {
  message: MessageView;
  delivery: DeliveryState;
  onAgain: (message: MessageView) => void;
};

/** Why our own rule or the platform did not take a message or holds it back, as a sentence; null where nothing was said. */
function useProblemWords({ problem, refusal, delivery }: MessageView): string | null {
  const messages = useMessages();
  const format = useFormat();
  const { problems } = messages.messengerSend;
  const why = refusal && problemSentence(messages, format, refusal.key, refusal.params);
  if (why) return delivery === "scheduled" ? why : messages.inbox.notSent(why);
  if (!problem) return null;
  const isKnown = (key: string): key is keyof typeof problems => Object.hasOwn(problems, key);
  return problems[isKnown(problem.key) ? problem.key : "unknown"];
}

/** What can be done about a message of ours that is not there. */
function Remedies({ message, delivery, onAgain }: Props) {
  const { common, inboxMessenger } = useMessages();
  const copy = useCopy();
  const decides = !message.refusal || message.refusal.key === "author_left";
  const stuck = delivery === "failed" || (delivery === "unconfirmed" && message.problem !== null);
  if (!stuck) return null;
  return (
    <>
      {decides && !FINAL.has(message.problem?.key ?? "") ? (
        <>
          · <MetaButton onClick={() => onAgain(message)}>{common.tryAgain}</MetaButton>
        </>
      ) : null}
      {message.body ? (
        <>
          · <MetaButton onClick={() => copy(message.body)}>{inboxMessenger.copy}</MetaButton>
        </>
      ) : null}
    </>
  );
}

/** The line under a run of messages: who, when, how far it has come, and what went wrong. */
export function Meta({ message, delivery, onAgain }: Props) {
  const { inbox } = useMessages();
  const format = useFormat();
  const out = message.author !== "contact";
  const sender = useSenderWords(message);
  const problem = useProblemWords(message);
  return (
    <span className={out ? `${META} justify-end text-right` : META}>
      {out && sender ? (
        <>
          <bdi>{sender}</bdi> ·
        </>
      ) : null}
      {message.sendAt ? null : <time dateTime={message.createdAt}>{format.time(message.createdAt)}</time>}
      {out && message.purpose === "offers" ? <> · {inbox.offer.name}</> : null}
      {message.edited ? (
        <>
          {" "}
          · <Edited saidBefore={message.saidBefore} />
        </>
      ) : null}
      {out ? (
        <>
          {message.sendAt ? null : "· "}
          <Delivery state={delivery} quiet={problem !== null || (message.sendAt !== null && delivery === "sending")} />
        </>
      ) : null}
      {message.sendAt ? <Scheduled message={message} sendAt={message.sendAt} /> : null}
      {out ? <Remedies message={message} delivery={delivery} onAgain={onAgain} /> : null}
      {problem ? (
        <span
          className={
            delivery === "failed" ? "basis-full text-pretty text-danger-ink" : "basis-full text-pretty text-warning-ink"
          }
        >
          {problem}
        </span>
      ) : null}
    </span>
  );
}
