import { expect, it } from "vitest";
import { mentionName, mentionsIn } from "./mentions-in";

const TEAM = [
  { id: "l", name: "Léa Moreau" },
  { id: "k", name: "Karim Benali" },
  { id: "t1", name: "Tom Hughes" },
  { id: "t2", name: "Tom Petit" },
];
const ids = (text: string) => mentionsIn(text, TEAM).map(({ memberId }) => memberId);

it.each([
  ["@Léa the card is €4", ["l"]],
  ["cc @karim, @LÉA MOREAU.", ["k", "l"]],
  ["@Léa @Léa Moreau", ["l"]],
  ["(@Karim)", ["k"]],
  ["@Tom Petit knows", ["t2"]],
  ["@Tom knows", []],
  ["@Léandre is nobody here", []],
  ["write to lea@léa.example or a@Karim", []],
  ["@", []],
  ["", []],
])("%j names %j", (text, named) => {
  expect(ids(text)).toEqual(named);
});

it("keeps the name as it was written", () => {
  expect(mentionsIn("@LÉA, please", TEAM)).toEqual([{ memberId: "l", name: "LÉA" }]);
});

it("calls a member by the first name where it is hers alone", () => {
  expect(TEAM.map((member) => mentionName(member, TEAM))).toEqual(["Léa", "Karim", "Tom Hughes", "Tom Petit"]);
});
