import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { newId } from "#lib/core/ids";
import { conversationChannel, parseChannel, presenceChannel, shopChannel, visitorChannel } from "./channels";

const id = "01934a5e-7c1b-7d2e-9f00-0123456789ab";

describe("channel names", () => {
  it("are read back as they were built", () => {
    const fresh = newId();
    expect(parseChannel(shopChannel(fresh))).toEqual({ kind: "shop", id: fresh });
    expect(parseChannel(conversationChannel(fresh))).toEqual({ kind: "conversation", id: fresh });
    expect(parseChannel(presenceChannel(fresh))).toEqual({ kind: "presence", id: fresh });
    expect(parseChannel(visitorChannel(fresh))).toEqual({ kind: "visitor", id: fresh });
  });

  it.each([
    `private-shop-${id}:evil`,
    `private-shop-${id}\n`,
    `\nprivate-shop-${id}`,
    `private-shop-${id}\u0000`,
    `private-shop-${id}%00`,
    `private-shop-${id}/../${id}`,
    `private-shop-${id} `,
    `private-shop-${id}-${id}`,
    `PRIVATE-shop-${id}`,
    `private-shop-${id.toUpperCase()}`,
    `private-shop-${id.replaceAll("-", "")}`,
    `private-shop-${"a".repeat(300)}`,
    "private-shop-",
    "private-shop-*",
    `shop-${id}`,
    `presence-shop-${id}`,
    `presence-visitor-${id}`,
    `private-encrypted-shop-${id}`,
    `private-cache-shop-${id}`,
    `private-conv-${id}`,
    `#server-to-user-${id}`,
    "constructor",
    "__proto__",
    "",
  ])("RT-01, RT-02: %j is no channel", (name) => {
    expect(parseChannel(name)).toBeNull();
  });

  it("RT-02: nothing else parses, and what parses is built from its parts", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.string().map((end) => `private-shop-${id}${end}`),
        ),
        (name) => {
          const parsed = parseChannel(name);
          return parsed === null || name === shopChannel(parsed.id);
        },
      ),
    );
  });
});
