"use client";

import { boxOf, type Draft } from "#lib/conversations/outbox";
import { useShop } from "../_parts/live-shop";

type Back = Pick<
  Draft,
  "conversationId" | "note" | "body" | "offer" | "quickReplies" | "actions" | "files" | "replyTo"
> & {
  /** Where its files stand that go up still. */
  from?: string;
};

/** Puts what is not to go after all back into its box, beside what stands there by now. */
export function useBackInBox() {
  const { drafts, uploads, sendActions } = useShop();
  return ({ conversationId, note, body, offer, quickReplies, actions, files, replyTo, from }: Back): void => {
    const place = { conversationId, kind: note ? ("note" as const) : ("reply" as const) };
    const box = boxOf({ conversationId, note });
    drafts.add(place, body);
    if (replyTo) drafts.answer(place, replyTo);
    if (offer) drafts.setOffer(place, true);
    if (quickReplies.length > 0) drafts.setReplies(place, quickReplies);
    if (actions) sendActions.set(box, actions);
    uploads.restore(box);
    uploads.giveBack(box, files);
    if (from) uploads.move(from, box);
  };
}
