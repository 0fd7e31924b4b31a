import { expect, it } from "vitest";
import { newId } from "#lib/core/ids";
import { type CardDraft, cardTemplate, EMPTY_CARD, readCard } from "./card-draft";
import { Template } from "./template-shapes";

const buttons = [
  { key: "a", title: "Voir", url: " https://shop.test/ " },
  { key: "b", title: "La rose", url: "" },
];

it("becomes a template that may be sent: words with links and answers, or a picture with them", () => {
  const words: CardDraft = { ...EMPTY_CARD, text: "Laquelle ?", buttons };
  expect(Template.parse(cardTemplate(words))).toEqual({
    ...{ template_type: "button", text: "Laquelle ?" },
    buttons: [
      { type: "web_url", title: "Voir", url: "https://shop.test/" },
      { type: "postback", title: "La rose", payload: "La rose" },
    ],
  });
  const picture: CardDraft = { ...words, kind: "picture", title: "Pivoine", imageUrl: "https://shop.test/p.jpg" };
  expect(Template.parse(cardTemplate(picture))).toMatchObject({ elements: [{ title: "Pivoine" }] });
});

it("is kept with its key, half-written too, and is nothing where something else was kept", () => {
  const card = { clientKey: newId(), draft: { ...EMPTY_CARD, text: "Laquel", buttons } };
  expect(readCard(JSON.stringify(card))).toEqual(card);
  const wrong = [
    { ...card.draft, kind: "song" },
    { ...card.draft, buttons: [] },
    { ...card.draft, buttons: [{}] },
    null,
  ];
  const kept = wrong.map((draft) => JSON.stringify({ ...card, draft }));
  for (const text of ["", "null", "{", "[]", ...kept]) expect(readCard(text)).toBeNull();
});
