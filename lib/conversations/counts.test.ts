import { expect, it } from "vitest";
import { newId } from "#lib/core/ids";
import { MAX_EVENT_BYTES } from "#lib/realtime/publish";
import { type CountsView, newerCounts, partsOf } from "./counts";

const ids = Array.from({ length: 1_000 }, newId);
const countsAt = (version: number, members: number): CountsView => ({
  ...{ version, open: 99_999, unassigned: 99_999, snoozed: 99_999, closed: 99_999_999, spam: 99_999 },
  mine: Object.fromEntries(ids.slice(0, members).map((id, i) => [id, version * 100 + i])),
  tags: Object.fromEntries(ids.slice(0, Math.min(members, 200)).map((id, i) => [id, version * 10 + i])),
  mentions: Object.fromEntries(ids.slice(0, members).map((id, i) => [id, version * 3 + i])),
  teams: Object.fromEntries(ids.slice(0, Math.min(members, 50)).map((id, i) => [id, version * 7 + i])),
});

it.each([0, 1, 150, 151, 200, 1_000])("fit into events with %i members, and together say everything", (members) => {
  const counts = countsAt(7, members);
  const parts = partsOf(counts);
  for (const part of parts) expect(Buffer.byteLength(JSON.stringify(part))).toBeLessThan(MAX_EVENT_BYTES);
  expect(parts.reduce(newerCounts, countsAt(6, members))).toEqual(counts);
  expect([...parts, ...parts].reverse().reduce(newerCounts, countsAt(6, members))).toEqual(counts);
});

it("are not put back by parts of an older version that come late", () => {
  const late = partsOf(countsAt(6, 200));
  expect(late.reduce(newerCounts, countsAt(7, 200))).toEqual(countsAt(7, 200));
});
