import { expect, test } from "vitest";
import { bookingOf, filesBeside, templateCards } from "./template-cards";

const empty = { title: null, text: null, imageUrl: null, picture: null, url: null, buttons: [] };

test("each element of a generic template is a card; only web addresses can be opened", () => {
  const template = {
    template_type: "generic",
    elements: [
      {
        title: "Grand Bouquet",
        subtitle: "€68.00",
        image_url: "https://cdn.example/a.jpg",
        default_action: { type: "web_url", url: "https://shop.example/a" },
        buttons: [
          { type: "postback", title: "More", payload: "MORE" },
          { type: "web_url", title: "Bad", url: "javascript:alert(1)" },
          { type: "postback" },
        ],
      },
      { title: "Vase" },
    ],
  };
  expect(templateCards(template)).toEqual([
    {
      title: "Grand Bouquet",
      text: "€68.00",
      imageUrl: "https://cdn.example/a.jpg",
      picture: null,
      url: "https://shop.example/a",
      buttons: [
        { title: "More", url: null },
        { title: "Bad", url: null },
      ],
    },
    { ...empty, title: "Vase" },
  ]);
});

test("a button template is one card; an approved template shows its name and what was filled in", () => {
  expect(
    templateCards({ template_type: "button", text: "When?", buttons: [{ title: "Today", payload: "T" }] }),
  ).toEqual([{ ...empty, text: "When?", buttons: [{ title: "Today", url: null }] }]);
  const parameters = [
    { type: "text", text: "Amélie" },
    { type: "text", text: "#MP-1048" },
  ];
  const utility = { name: "order_shipped", language: { code: "fr" }, components: [{ type: "body", parameters }] };
  expect(templateCards(utility)).toEqual([{ ...empty, title: "order_shipped", text: "Amélie · #MP-1048" }]);
});

test("a receipt begins with its order; products sent from Facebook are cards", () => {
  const receipt = { template_type: "receipt", order_number: "MP-1048", elements: [{ title: "Bouquet" }] };
  expect(templateCards(receipt).map((card) => card.title)).toEqual(["MP-1048", "Bouquet"]);
  expect(templateCards({ product: { elements: [{ title: "Vase" }] } })).toEqual([{ ...empty, title: "Vase" }]);
});

test.each([null, "text", [], {}, { elements: "no" }, { elements: [null, 1] }])(
  "%j holds nothing to show",
  (template) => {
    expect(templateCards(template)).toEqual([]);
  },
);

test("an appointment tells how it stands and when it is, whatever form its instants have", () => {
  const booking = (given: object) => bookingOf({ template_type: "appointment_booking", booking_id: "7", ...given });
  const [startsAt, endsAt] = ["2026-12-01T09:00:00.000Z", "2026-12-01T09:30:00.000Z"];
  expect(booking({ status: "CONFIRMED", start_time: 1_796_115_600, end_time: "1796117400000" })).toEqual({
    ...{ status: "confirmed", startsAt, endsAt },
  });
  expect(booking({ status: "requested", start_time: "2026-12-01T10:00:00+0100" })).toMatchObject({ startsAt });
  expect(booking({ status: "moved", start_time: "soon" })).toEqual({ status: null, startsAt: null, endsAt: null });
  expect(bookingOf({ template_type: "generic", status: "confirmed" })).toBeNull();
});

test("a file that a card shows is not shown beside it", () => {
  const files = [{ id: "a" }, { id: "b" }];
  const template = { template_type: "media", elements: [{ media_type: "image", picture: "a" }] };
  expect(templateCards(template)).toEqual([{ ...empty, picture: "a" }]);
  expect(filesBeside(files, template)).toEqual([{ id: "b" }]);
  expect(filesBeside(files, undefined)).toEqual(files);
});
