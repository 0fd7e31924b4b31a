import { expect, test } from "vitest";
import { formatIn } from "./format";
import { messagesFor } from "./messages";
import { problemSentence } from "./problem";

const now = () => new Date("2025-05-22T12:00:00Z");
const say = (locale: "en" | "fr", key: string, params = {}) =>
  problemSentence(messagesFor(locale), formatIn(locale, "Europe/Paris", now), key, params);

test("a refusal is said word for word in both languages", () => {
  const params = { name: "Jules" };
  expect(say("en", "service_refused", params)).toBe(
    "Jules has not allowed messages after the conversation. You can answer as soon as Jules writes.",
  );
  expect(say("fr", "service_refused", params)).toBe(
    "Jules n’accepte pas de messages après la conversation. Vous pourrez répondre dès que Jules écrira.",
  );
});

test("whoever gave no name is this person", () => {
  expect(say("en", "service_refused", { name: "" })).toBe(
    "This person has not allowed messages after the conversation. You can answer as soon as this person writes.",
  );
  expect(say("fr", "service_refused", { name: "" })).toBe(
    "Cette personne n’accepte pas de messages après la conversation. Vous pourrez répondre dès que cette personne écrira.",
  );
});

test("instants become words in the right zone", () => {
  const closed = { ago: "2025-05-20T09:20:00Z", date: "2025-05-27T09:20:00Z" };
  expect(say("en", "window_closed", closed)).toBe(
    "The reply window closed 2\u00a0days ago. Until Tuesday 27 May a member may still answer; automatic messages may not.",
  );
  expect(say("fr", "window_closed", closed)).toBe(
    "Le délai de réponse est terminé depuis 2\u00a0jours. Jusqu’au mardi 27 mai, une personne peut encore répondre\u202f; pas un message automatique.",
  );
  const quiet = { name: "Daniel", time: "2025-05-24T07:00:00Z", zone: "Europe/London" };
  expect(say("en", "quiet_hours", quiet)).toBe("Offers wait until Saturday 8\u00a0am, Daniel’s time. Scheduled.");
  expect(say("fr", "quiet_hours", quiet)).toBe(
    "Les offres attendent samedi 8\u00a0h, heure de Daniel. Message programmé.",
  );
});

test("numbers are written as the language writes them", () => {
  expect(say("fr", "message_too_long", { n: 4102, max: 4000 })).toContain("4\u202f102 caractères");
});

test("an unknown key, an inherited name and a missing param never leak", () => {
  expect(say("en", "nothing_like_it")).toBe(messagesFor("en").problems.unexpected);
  expect(say("en", "constructor")).toBe(messagesFor("en").problems.unexpected);
  expect(say("en", "service_refused")).toContain("… has not allowed");
});
