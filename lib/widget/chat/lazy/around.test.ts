import { expect, it } from "vitest";
import { message } from "../chat-fixture";
import type { Child } from "../dom/jsx-runtime";
import { en } from "../words/en";
import { Above } from "./around";

const wordsIn = (child: Child): string => {
  if (Array.isArray(child)) return child.map(wordsIn).join("");
  if (typeof child === "object" && child !== null && "tag" in child) return wordsIn(child.props.children);
  return typeof child === "string" ? child : "";
};

const quote = (quoted: ReturnType<typeof message> | undefined, replyTo: string | null = "m1") =>
  wordsIn(
    Above({
      ...{ message: message(2, { replyTo }), quoted, name: "Maison Pivoine", words: en, boot: { locale: "en" } },
    } as unknown as Parameters<typeof Above>[0]),
  );

it("says whose message is answered and how it begins, and of one that is not loaded that it is earlier", () => {
  expect(quote(message(1, { body: "Do you have peonies?" }))).toBe("In answer to You Do you have peonies?");
  expect(quote(message(1, { author: "member", authorName: "Léa", body: "é".repeat(200) }))).toBe(
    `In answer to Léa ${"é".repeat(80)}`,
  );
  expect(quote(message(1, { body: "", unsent: true }))).toBe("In answer to You Message taken back");
  expect(quote(undefined)).toBe("An earlier message");
  expect(quote(undefined, null)).toBe("");
});
