import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { line } from "./finding";
import { findingOfLoginConnect, wordsOfPage } from "./page-words";

const page = { fields: ["messages"], humanAgent: false, loginConnect: false, receiptFirst: true };

it("says of a connected Page what is on, and of a switch without effect nothing", () => {
  expect(wordsOfPage(page)).toBe("connected, 1 fields; Human Agent off; Login Connect off; linked accounts not told");
  const fields = ["messages", "messaging_account_linking"];
  expect(wordsOfPage({ fields, humanAgent: true, loginConnect: true, receiptFirst: true })).toBe(
    "connected, 2 fields; Human Agent on; Login Connect on, receipts go first; linked accounts told",
  );
});

it("looks for an opt-in where a Page asks for them", () => {
  expect(findingOfLoginConnect("Pivoine", null)).toMatchObject({ state: "warning", found: "no opt-in came yet" });
  expect(findingOfLoginConnect("Pivoine", new Date(0))).toMatchObject({ state: "well" });
});

it("says what docs/facebook.md has one look for, word for word", () => {
  const docs = readFileSync("docs/facebook.md", "utf8");
  const said = wordsOfPage({
    fields: ["messaging_account_linking"],
    humanAgent: true,
    loginConnect: true,
    receiptFirst: false,
  });
  for (const part of said.split("; ").slice(1)) expect(docs).toContain(part);
  expect(docs).toContain("no opt-in came yet");
  expect(docs).toContain(line(findingOfLoginConnect("…", null)).slice(0, 4).trim());
});
