import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { splitLinks, webAddress } from "./rich-text";

beforeAll(() => {
  vi.stubGlobal("location", { origin: "https://chat.example" });
});
afterAll(() => {
  vi.unstubAllGlobals();
});

const links = (body: string) => splitLinks(body).flatMap(({ href }) => href ?? []);

describe("addresses in a message", () => {
  it("are found, without the punctuation that follows them", () => {
    expect(links("See https://a.example/x?y=1, or (http://b.example).")).toEqual([
      "https://a.example/x?y=1",
      "http://b.example/",
    ]);
  });

  it.each(["javascript:alert(1)", "data:text/html,x", "ftp://a.example", "//a.example", "www.a.example", "https://"])(
    "are http or https with a host: %s stays words",
    (body) => {
      expect(links(body)).toEqual([]);
    },
  );

  it("never lose or change a letter of what was written", () => {
    const piece = fc.oneof(
      fc.string(),
      fc.constantFrom("http://", "https://a", "HTTP://b.example/x?y#z", "[::1]", "javascript:", " ", "\n"),
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const body = pieces.join("");
        expect(
          splitLinks(body)
            .map(({ text }) => text)
            .join(""),
        ).toBe(body);
        expect(links(body).every((href) => /^https?:/.test(href))).toBe(true);
      }),
    );
  });

  it("count from our own origin when they are a path, and are refused in any other scheme", () => {
    expect(webAddress("/r/token")).toBe("https://chat.example/r/token");
    expect(webAddress("javascript:alert(1)")).toBeNull();
    expect(webAddress("http://[")).toBeNull();
    expect(webAddress(null)).toBeNull();
  });
});
