import { expect, it } from "vitest";
import { draftGroupOf, filterOfDraft, firstUnsaid, lineOf, withLine } from "./draft-group";
import { Filter, type Filter as Held } from "./filter";

const keys = () => {
  let last = 0;
  return () => {
    last += 1;
    return `k${last}`;
  };
};
const nested: Held = {
  all: [
    { field: "status", is: ["open"] },
    {
      any: [
        { field: "assignee", is: ["me"] },
        { field: "text", has: "Lys" },
      ],
    },
  ],
};

it("keeps a view with groups, and one without, as it was saved", () => {
  for (const filter of [nested, { any: [{ field: "unread" }] } satisfies Held]) {
    expect(filterOfDraft(draftGroupOf(filter, keys()))).toEqual(filter);
    expect(Filter.parse(filter)).toEqual(filter);
  }
});

it("changes and removes a line where it stands", () => {
  const draft = draftGroupOf(nested, keys());
  const inner = draft.lines[1];
  if (!inner || !("of" in inner)) throw new Error("no group");
  const [mine, text] = inner.lines;
  const without = withLine(inner, mine?.key ?? "", null);
  const either = withLine(draft, inner.key, { ...without, of: "all" });
  expect(filterOfDraft(either)).toEqual({
    all: [{ field: "status", is: ["open"] }, { all: [{ field: "text", has: "Lys" }] }],
  });
  const other = withLine(inner, text?.key ?? "", lineOf({ field: "unread" }, keys()));
  expect(filterOfDraft(other)).toEqual({ any: [{ field: "assignee", is: ["me"] }, { field: "unread" }] });
});

it("finds what says nothing yet, in a group too", () => {
  const said = draftGroupOf(nested, keys());
  expect(firstUnsaid(said)).toBeNull();
  const blank = lineOf({ all: [{ field: "text", has: " " }] }, keys());
  expect(firstUnsaid({ ...said, lines: [...said.lines, blank] })).toMatchObject({ condition: { field: "text" } });
  const empty = { key: "e", of: "any" as const, lines: [] };
  expect(firstUnsaid({ ...said, lines: [...said.lines, empty] })).toBe(empty);
});
