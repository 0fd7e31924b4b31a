import { expect, it } from "vitest";
import { session, visit } from "../chat-fixture";
import type { AppProps } from "../parts/app";
import { initialState } from "../state";
import type { SessionView } from "../views";
import { en } from "../words/en";
import { LoginRow } from "./login-row";

/** Whether the row is there for a visit, at an address that asks for the login or not. */
function isThere(login: boolean, of: SessionView) {
  const state = { ...initialState, session: of };
  return LoginRow({ boot: { locale: "en", login }, words: en, state } as unknown as AppProps) !== null;
}

it.each([
  ["nobody's visit where the address asks", true, session(), true],
  ["nobody's visit", false, session(), false],
  ["a conversation", false, visit("c"), true],
  ["somebody who has logged in where the address asked", true, session({ person: { name: "Ada" } }), true],
  ["somebody who has logged in", false, visit("c", [], { person: { name: "Ada" } }), false],
  ["the chat of a mail's link, whatever the address asks", true, visit("c", [], { byMail: true }), false],
])("is shown or not: %s", (_, login, of, there) => {
  expect(isThere(login, of)).toBe(there);
});
