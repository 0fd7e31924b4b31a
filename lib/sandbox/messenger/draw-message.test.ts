import { expect, it } from "vitest";
import { drawBody, drawButtons } from "./draw-message";

const template = (payload: Record<string, unknown>) => ({ attachments: [{ type: "template", payload }] });

it("draws what people and Pages say", () => {
  const sticker = { url: "http://x.test/s.svg", sticker_id: 369239263222822 };
  const drawn = drawBody({
    text: "Bonjour",
    attachments: [
      { type: "image", payload: { url: "http://x.test/a.png" } },
      { type: "sticker", payload: sticker },
      { type: "image", payload: sticker },
      { type: "appointment_booking", payload: { booking_id: "1" } },
    ],
    quick_replies: [
      { content_type: "text", title: "Oui", payload: "Y" },
      { content_type: "user_email" },
      { content_type: "user_phone_number" },
    ],
  });
  expect(drawn.text).toBe("Bonjour");
  expect(drawn.parts.map(({ kind }) => kind)).toEqual(["image", "sticker", "unknown"]);
  expect(drawn.quickReplies).toEqual([{ title: "Oui", payload: "Y", imageUrl: null }]);
  const hers = drawBody({ quick_replies: [{ content_type: "user_email" }] }, "amelie@example.com").quickReplies;
  expect(hers).toEqual([{ title: "amelie@example.com", payload: "amelie@example.com", imageUrl: null }]);
});

it("draws templates as cards, and names those it has no drawing for", () => {
  const buttons = [{ type: "postback", title: "Ask", payload: "A" }];
  const elements = [
    { title: "Corail", subtitle: "€49", image_url: "http://x.test/c.svg", buttons },
    { title: "Prairie", default_action: { type: "web_url", url: "http://x.test/" } },
  ];
  const [generic] = drawBody(template({ template_type: "generic", elements })).parts;
  expect(generic).toMatchObject({
    kind: "cards",
    cards: [
      { title: "Corail", subtitle: "€49", buttons: [{ kind: "postback", title: "Ask", payload: "A" }] },
      { title: "Prairie", link: "http://x.test/" },
    ],
  });
  const [plain] = drawBody(template({ template_type: "button", text: "A card?", buttons })).parts;
  expect(plain).toMatchObject({ kind: "cards", cards: [{ title: "A card?", buttons: [{ title: "Ask" }] }] });
  const [film] = drawBody(
    template({ template_type: "media", elements: [{ media_type: "video", url: "http://x.test/v.mp4" }] }),
  ).parts;
  expect(film).toMatchObject({ kind: "cards", cards: [{ videoUrl: "http://x.test/v.mp4", imageUrl: null }] });
  expect(drawBody(template({ template_type: "customer_feedback" })).parts).toEqual([
    { kind: "unknown", name: "customer_feedback" },
  ]);
  expect(drawBody({ attachment: { type: "template", payload: null } }).parts).toEqual([
    { kind: "unknown", name: "template" },
  ]);
});

it("reads a receipt, with numbers that came as text", () => {
  const [part] = drawBody(
    template({
      template_type: "receipt",
      order_number: "MP-1048",
      currency: "EUR",
      payment_method: "Visa ·· 4242",
      address: { street_1: "1 rue X", city: "Paris", postal_code: "75011", state: "", country: "FR" },
      elements: [{ title: "Grand Bouquet", quantity: 1, price: "68" }],
      summary: { total_cost: 61, subtotal: 68 },
      adjustments: [{ name: "Loyalty", amount: 7 }],
    }),
  ).parts;
  expect(part).toMatchObject({
    kind: "receipt",
    receipt: {
      number: "MP-1048",
      shipTo: "1 rue X, 75011 Paris",
      lines: [{ title: "Grand Bouquet", quantity: 1, price: 68 }],
      adjustments: [{ name: "Loyalty", amount: 7 }],
      total: 61,
      url: null,
    },
  });
});

it("leaves out buttons that would do nothing, or lead nowhere a browser goes", () => {
  const drawn = drawButtons([
    { type: "web_url", title: "Pay", url: "https://x.test/pay" },
    { type: "web_url", title: "Broken", url: "not an address" },
    { type: "web_url", title: "Script", url: "javascript:alert(1)" },
    { type: "phone_number", title: "Call", payload: "+33100000000" },
    { type: "game_play", title: "Play" },
  ]);
  expect(drawn).toEqual([
    { kind: "link", title: "Pay", url: "https://x.test/pay" },
    { kind: "call", title: "Call", number: "+33100000000" },
  ]);
  expect(drawButtons("nonsense")).toEqual([]);
  const utility = {
    text: "On its way",
    template: { buttons: [{ type: "URL", text: "Track", url: "https://x.test/t" }] },
  };
  expect(drawBody(utility).parts).toMatchObject([{ kind: "cards", cards: [{ buttons: [{ title: "Track" }] }] }]);
  expect(drawBody(null)).toEqual({ text: null, parts: [], quickReplies: [] });
});
