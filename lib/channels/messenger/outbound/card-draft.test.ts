import { expect, it } from "vitest";
import { makeThread } from "#lib/connect/visitor-fixture";
import { loadDrafts } from "#lib/conversations/load-drafts";
import { saveDraft } from "#lib/conversations/save-draft";
import { newId } from "#lib/core/ids";
import { makeShop } from "#lib/shops/shop-fixture";
import { blankCard, type CardDraft, cardLack, cardTemplate, EMPTY_CARD, readCard } from "./card-draft";
import { makeMessengerThread } from "./messenger-fixture";
import { sendTemplate } from "./send-template";
import { Template } from "./template-shapes";

const buttons = [
  { key: "a", title: "Voir", url: " https://shop.test/ " },
  { key: "b", title: "La rose", url: "" },
];
const sent = [
  { type: "web_url", title: "Voir", url: "https://shop.test/" },
  { type: "postback", title: "La rose", payload: "La rose" },
];
const file = (kind: "image" | "video") => ({
  ...{ id: newId(), kind, state: "stored" as const, fileName: "a", contentType: null, bytes: 1, url: "/files/a" },
});
const words: CardDraft = { ...EMPTY_CARD, text: "Laquelle ?", buttons };

it("becomes a template that may be sent: words, several cards, or a picture or film, with links and answers", () => {
  expect(Template.parse(cardTemplate(words))).toEqual({ template_type: "button", text: "Laquelle ?", buttons: sent });
  const picture = file("image");
  const cards: CardDraft = {
    ...words,
    kind: "cards",
    cards: [
      { ...blankCard("a"), title: "Pivoine", subtitle: "Rose", picture, imageUrl: "https://left.test/a.jpg" },
      { ...blankCard("b"), title: "Lys", imageUrl: " https://shop.test/p.jpg ", buttons },
      { ...blankCard("c"), title: "Iris", buttons },
    ],
  };
  expect(Template.parse(cardTemplate(cards))).toEqual({
    template_type: "generic",
    elements: [
      { title: "Pivoine", subtitle: "Rose", picture: picture.id },
      { title: "Lys", image_url: "https://shop.test/p.jpg", buttons: sent },
      { title: "Iris", buttons: sent },
    ],
  });
  for (const kind of ["image", "video"] as const) {
    const media = file(kind);
    expect(Template.parse(cardTemplate({ ...words, kind: "media", media }))).toEqual({
      template_type: "media",
      elements: [{ media_type: kind, picture: media.id, buttons: sent }],
    });
  }
});

it("says what it lacks before it is sent", () => {
  expect([cardLack(words), cardLack({ ...words, kind: "media" })]).toEqual([null, { what: "media" }]);
  expect(cardLack({ ...words, kind: "media", media: file("image") })).toBeNull();
  const full = { ...blankCard("a"), title: "Lys", subtitle: "Blanc" };
  const bare = { ...blankCard("b"), title: "Seul" };
  expect(cardLack({ ...words, kind: "cards", cards: [full, bare] })).toEqual({ what: "more", place: 1 });
  expect(cardLack({ ...words, kind: "cards", cards: [full] })).toBeNull();
});

it("is kept with its key, half-written too, and is nothing where something else was kept", () => {
  const draft = { ...EMPTY_CARD, text: "Laquel", buttons, media: file("video") };
  const card = { clientKey: newId(), draft };
  expect(readCard(JSON.stringify(card))).toEqual(card);
  const one = blankCard("a");
  const wrong = [
    { ...draft, kind: "song" },
    { ...draft, buttons: [] },
    { ...draft, buttons: [{}] },
    { ...draft, cards: [] },
    { ...draft, cards: Array(11).fill(one) },
    { ...draft, cards: [{ ...one, title: 1 }] },
    { ...draft, cards: [{ ...one, buttons: Array(4).fill(buttons[0]) }] },
    { ...draft, media: {} },
    null,
  ];
  const kept = wrong.map((held) => JSON.stringify({ ...card, draft: held }));
  for (const text of ["", "null", "{", "[]", ...kept]) expect(readCard(text)).toBeNull();
});

it("is there on the next device until it is sent, and another card begun meanwhile stays", async () => {
  const { owner, conversationId } = await makeMessengerThread();
  const place = { conversationId, kind: "card" as const };
  const stored = async () => readCard((await loadDrafts(owner, { conversationId })).card.body);
  const keep = (card: object, version: number) => saveDraft(owner, { ...place, body: JSON.stringify(card), version });
  const card = { clientKey: newId(), draft: words };
  await keep(card, 0);
  expect(await stored()).toEqual(card);
  await sendTemplate(owner, { conversationId, clientKey: newId(), template: cardTemplate(words) });
  expect(await stored(), "another one was sent").toEqual(card);
  await sendTemplate(owner, { conversationId, clientKey: card.clientKey, template: cardTemplate(words) });
  expect(await stored()).toBeNull();
});

it("stays where it cannot go: on the web chat", async () => {
  const { shop, owner } = await makeShop();
  const { conversationId } = await makeThread(shop);
  const card = { clientKey: newId(), draft: words };
  await saveDraft(owner, { conversationId, kind: "card", body: JSON.stringify(card), version: 0 });
  const input = { conversationId, clientKey: card.clientKey, template: cardTemplate(words) };
  await expect(sendTemplate(owner, input)).rejects.toMatchObject({ key: "template_in_messenger_only" });
  expect(readCard((await loadDrafts(owner, { conversationId })).card.body)).toEqual(card);
});
