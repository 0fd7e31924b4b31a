import fc from "fast-check";
import { expect, it } from "vitest";
import { newId } from "#lib/core/ids";
import { Filter } from "./filter";
import { filterOfSearch } from "./filter-of-search";

const [delivery, wedding] = [newId(), newId()];
const tags = [
  { id: delivery, name: "Délivery" },
  { id: wedding, name: "wedding" },
];

it("what a search asks of conversations is a view, in either language, turned around too", () => {
  expect(
    filterOfSearch('commande 1048 tag:delivery -is:closed dans:messenger assigned:moi "with no price"', tags),
  ).toEqual({
    all: [
      { field: "tag", is: [delivery] },
      { field: "status", is: ["closed"], not: true },
      { field: "channel", is: ["messenger"] },
      { field: "assignee", is: ["me"] },
      { field: "text", has: "commande" },
      { field: "text", has: "1048" },
      { field: "text", has: "with no price" },
    ],
  });
  expect(filterOfSearch("is:unread -assigned:personne", tags)).toEqual({
    all: [{ field: "unread" }, { field: "assignee", is: ["nobody"], not: true }],
  });
});

it.each(["", "  ", "from:amélie lilies", "has:photo", "order:1048", "before:2025-05-01", "tag:gone", "assigned:karim"])(
  "what no view can ask begins none: %s",
  (text) => expect(filterOfSearch(text, tags)).toBeNull(),
);

it("what asks more than a view holds begins none", () => {
  const words = (n: number) => Array.from({ length: n }, (_, at) => `w${at}`).join(" ");
  expect(filterOfSearch(words(30), tags)).toMatchObject({ all: { length: 30 } });
  expect(filterOfSearch(words(31), tags)).toBeNull();
  const many = Array.from({ length: 51 }, () => ({ id: newId(), name: "event" }));
  expect(filterOfSearch("tag:e", many.slice(1))).toMatchObject({ all: [{ field: "tag" }] });
  expect(filterOfSearch("tag:e", many)).toBeNull();
});

it("of anything that is typed it makes a filter that can be kept, or none", () => {
  const part = fc.constantFrom("is:open", "-tag:wed", "in:web", "assigned:me", '"a b"', "de:moi", "é", "x".repeat(90));
  fc.assert(
    fc.property(fc.array(fc.oneof(part, fc.string({ maxLength: 20 })), { maxLength: 20 }), (parts) => {
      const filter = filterOfSearch(parts.join(" "), tags);
      if (filter) expect(Filter.safeParse(filter).success).toBe(true);
    }),
  );
});
