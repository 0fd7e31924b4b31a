import { expect, it } from "vitest";
import { fillReply, unfilledIn } from "./fill-reply";

const VALUES = {
  "contact.first_name": "Amélie",
  "contact.name": "Amélie Laurent",
  "order.number": "",
  "shop.name": "Maison Pivoine",
  "member.first_name": "Léa",
};

it.each([
  ["Bonjour {{contact.first_name}}, {{ shop.name }} vous répond.", "Bonjour Amélie, Maison Pivoine vous répond.", []],
  ["Votre commande {{order.number}}", "Votre commande {{order.number}}", ["{{order.number}}"]],
  ["{{contact.nmae}} {{contact.nmae}}", "{{contact.nmae}} {{contact.nmae}}", ["{{contact.nmae}}"]],
  ["{{constructor}} {{__proto__}}", "{{constructor}} {{__proto__}}", ["{{constructor}}", "{{__proto__}}"]],
  ["{contact.name} {{}} {{ }}", "{contact.name} {{}} {{ }}", []],
  ["", "", []],
])("%j becomes %j", (body, filled, left) => {
  expect(fillReply(body, VALUES)).toBe(filled);
  expect(unfilledIn(fillReply(body, VALUES))).toEqual(left);
});

it("reads nothing in what it fills in", () => {
  const values = { ...VALUES, "contact.name": "{{shop.name}} $& $1" };
  expect(fillReply("{{contact.name}}", values)).toBe("{{shop.name}} $& $1");
});
