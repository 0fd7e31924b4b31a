import { afterEach, expect, it, vi } from "vitest";
import { inShop } from "#db/in-shop";
import { findByLink } from "#lib/connect/by-link";
import { nextOfferTime } from "#lib/contacts/offer-times";
import { recordAnswer } from "#lib/contacts/record-permissions";
import { sendMessage } from "#lib/conversations/send-message";
import { MESSENGER_OFFER_MAX, MESSENGER_TEXT_MAX } from "#lib/conversations/split-text";
import { newId } from "#lib/core/ids";
import { acceptedSend, fakeGraph, sentTexts } from "../fake-graph-fixture";
import { makeMessengerThread, say, send } from "./messenger-fixture";

afterEach(() => void vi.useRealTimers());

/** A shopper on Messenger who allowed offers, at an hour at which one may go. */
async function makeReader() {
  vi.useFakeTimers({
    toFake: ["Date"],
    now: nextOfferTime(new Date(), { zone: "Europe/Paris", alsaceMoselle: false }),
  });
  const thread = await makeMessengerThread();
  const { shopId, contactId } = thread;
  const offers = ["offers"] as const;
  await inShop(shopId, (tx) =>
    recordAnswer(tx, shopId, {
      contactId,
      allow: offers,
      shown: offers,
      act: "chat_card",
      locale: "fr",
      source: "",
      proof: {},
    }),
  );
  return thread;
}

it("an offer in Messenger ends with the way to stop; its words stay as they were written, and an answer has none", async () => {
  fakeGraph.answers(acceptedSend);
  const thread = await makeReader();
  const { owner, conversationId } = thread;
  const body = "Les pivoines sont à moitié prix.";
  const offer = await sendMessage(owner, { conversationId, clientKey: newId(), body, purpose: "offers" });
  await say(thread, "Et merci !");
  await send(thread);
  const [sold = "", answered] = sentTexts().map(String);
  expect(answered).toBe("Et merci !");
  expect(sold.startsWith(`${body}\n\nNe plus recevoir d’offres`)).toBe(true);
  expect(sold.endsWith("ou répondez STOP")).toBe(true);
  const token = /\/me\/([\w-]+)\?stop=offers/.exec(sold)?.[1] ?? "";
  expect((await findByLink(token, "fr"))?.permissions.at(-1)).toMatchObject({ purpose: "offers", state: "on" });
  expect(offer.body).toBe(body);
});

it("leaves room for it, and takes no file", async () => {
  const { owner, conversationId } = await makeReader();
  const write = (body: string, more = {}) =>
    sendMessage(owner, { conversationId, clientKey: newId(), body, purpose: "offers", ...more });
  const max = MESSENGER_OFFER_MAX;
  await expect(write("x".repeat(max + 1))).rejects.toMatchObject({ key: "messenger_too_long", params: { max } });
  expect(max + 300).toBeLessThan(MESSENGER_TEXT_MAX);
  await expect(write("x".repeat(max))).resolves.toMatchObject({ delivery: "queued" });
});
