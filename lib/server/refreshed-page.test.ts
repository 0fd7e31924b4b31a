import { describe, expect, it } from "vitest";
import { drawnAt } from "./refreshed-page";

const ID = "01a22ab8-77aa-79b6-8ee7-c6b8002e4f26";
const OTHER = "01a22ab6-e132-7541-a766-47a73df1933b";

/** The router's tree of a screen of the florist's, as it sends it with a refresh. */
const tree = (inside: unknown, marker: string | null = "refetch", slug = "maison-pivoine") => {
  const shop = [["shop", slug, "d", null], { children: inside }, null, null, 8];
  return JSON.stringify(["", { children: ["s", { children: shop }, null, null, 8] }, null, marker, 24]);
};
const list = [
  "inbox",
  { children: ["(list)", { children: ["__PAGE__", {}, null, null, 0] }, null, null, 4] },
  null,
  null,
  8,
];
const thread = (id: string) => [
  "inbox",
  { children: [["conversation", id, "d", null], { children: ["__PAGE__", {}, null, null, 0] }, null, null, 4] },
  ...[null, null, 8],
];
const contacts = ["contacts", { children: ["__PAGE__", {}, null, null, 0] }, null, null, 8];
const asked = (url: string, state: string, more: object = {}) =>
  drawnAt({ url, headers: { rsc: "1", "next-router-state-tree": encodeURIComponent(state), ...more } });

describe("an inbox that is read anew", () => {
  it("is read where it was drawn, whatever conversation was opened since", () => {
    expect(asked(`/s/maison-pivoine/inbox/${ID}?view=open&_rsc=1`, tree(list))).toBe(
      "/s/maison-pivoine/inbox?view=open&_rsc=1",
    );
    expect(asked(`/s/maison-pivoine/inbox/${ID}?view=open`, tree(thread(OTHER)))).toBe(
      `/s/maison-pivoine/inbox/${OTHER}?view=open`,
    );
    expect(asked("/s/maison-pivoine/inbox", tree(thread(ID)))).toBe(`/s/maison-pivoine/inbox/${ID}`);
  });

  it("is left alone where its address is the one it was drawn at", () => {
    expect(asked(`/s/maison-pivoine/inbox/${ID}?view=open`, tree(thread(ID)))).toBeNull();
    expect(asked("/s/maison-pivoine/inbox", tree(list))).toBeNull();
  });
});

describe("nothing else is read elsewhere", () => {
  const url = `/s/maison-pivoine/inbox/${ID}`;
  it.each([
    ["a page that is gone to", url, tree(list, null)],
    ["another place of the shop", url, tree(contacts)],
    ["another shop", url, tree(list, "refetch", "les-pots")],
    ["a page outside the inbox", "/s/maison-pivoine/contacts", tree(list)],
    ["what is no tree", url, "{"],
    ["an address in a segment", url, tree(["inbox", { children: [["conversation", "../x", "d"], {}] }, null, null])],
  ])("%s", (_, at, state) => expect(asked(at, state)).toBeNull());

  it("a page that is asked for ahead, or as a document", () => {
    expect(asked(url, tree(list), { "next-router-prefetch": "1" })).toBeNull();
    expect(asked(url, tree(list), { rsc: undefined })).toBeNull();
  });
});
