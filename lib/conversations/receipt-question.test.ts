import { expect, it } from "vitest";
import { receiptQuestion } from "./receipt-question";

it("asks in her language, with her name where it is known", () => {
  expect(receiptQuestion("en", { name: "Priya", number: "#1051" })).toBe(
    "Hello Priya, may we send you the receipt of order #1051 here?",
  );
  expect(receiptQuestion("fr", { name: null, number: "#1051" })).toBe(
    "Bonjour, pouvons-nous vous envoyer ici le reçu de la commande #1051\u202f?",
  );
});
