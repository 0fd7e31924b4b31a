import { expect, it } from "vitest";
import { applyToDraft, draftOf, isUnsaved, type ProfileChange, sameProfile } from "./draft";
import type { Profile } from "./profile";
import type { ProfileView } from "./save-profile";

const says = (greeting: string): Profile => ({
  getStarted: true,
  words: { fr: { greeting, iceBreakers: [], menu: [{ kind: "web_url", title: "a", url: "https://a.example" }] } },
});
const view = (version: number, greeting: string, given: Partial<ProfileView> = {}): ProfileView => ({
  channelId: "",
  pageName: "Maison Pivoine",
  version,
  profile: says(greeting),
  locales: ["fr", "en"],
  state: "pushing",
  problem: null,
  verifiedAt: null,
  ...given,
});
const after = (...changes: ProfileChange[]) => changes.reduce(applyToDraft, draftOf(view(1, "One")));
const written: ProfileChange = { type: "written", draft: says("Two") };

it("what is told never replaces what is written, and what is written to the end is saved in either order", () => {
  const told = after(written, { type: "told", view: view(1, "One", { state: "live" }) });
  expect(told).toMatchObject({ draft: says("Two"), saved: { state: "live" }, theirs: null });
  expect(isUnsaved(told)).toBe(true);
  const own: ProfileChange[] = [
    { type: "told", view: view(2, "Two") },
    { type: "saved", view: view(2, "Two") },
    { type: "told", view: view(2, "Two", { state: "live" }) },
  ];
  for (const changes of [own, [...own].reverse()]) {
    const saved = after(written, ...changes);
    expect(saved).toMatchObject({ saved: { version: 2 }, theirs: null });
    expect(isUnsaved(saved)).toBe(false);
  }
  expect(after({ type: "told", view: view(2, "Three") })).toMatchObject({ draft: says("Three"), theirs: null });
});

it("another's version is offered, and both may be looked at before one is saved", () => {
  const theirs = view(2, "Theirs");
  const offered = after(written, { type: "told", view: theirs }, { type: "told", view: view(1, "One") });
  expect(offered).toMatchObject({ draft: says("Two"), saved: { version: 1 }, theirs });
  const shown = applyToDraft(offered, { type: "theirs.shown" });
  expect(shown).toMatchObject({ draft: theirs.profile, saved: { version: 2 }, theirs: null, mine: says("Two") });
  expect(applyToDraft(shown, { type: "mine.back" })).toMatchObject({ draft: says("Two"), saved: { version: 2 } });
});

it("shows what somebody saved after us, also when the answer to our own saving comes last", () => {
  const later: ProfileChange[] = [
    { type: "told", view: view(3, "Three") },
    { type: "saved", view: view(2, "Two") },
  ];
  for (const changes of [later, [...later].reverse()])
    expect(after(written, ...changes)).toMatchObject({ draft: says("Three"), saved: { version: 3 }, theirs: null });
});

it("compares what is said, in whatever order it is kept", () => {
  const { words } = says("One");
  const kept = { words: { fr: { menu: words.fr?.menu ?? [], iceBreakers: [], greeting: "One" } }, getStarted: true };
  expect(sameProfile(kept, says("One"))).toBe(true);
  expect(
    sameProfile({ ...kept, words: { ...kept.words, en: { greeting: "", iceBreakers: [], menu: [] } } }, kept),
  ).toBe(true);
  expect(sameProfile({ ...kept, getStarted: false }, kept)).toBe(false);
});
