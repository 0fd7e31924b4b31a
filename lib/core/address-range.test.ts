import { describe, expect, it } from "vitest";
import { rangeOf } from "./address-range";
import { readSettings } from "./env";

describe("TRUSTED_PROXIES", () => {
  const read = (listed: string) => readSettings({ ...process.env, TRUSTED_PROXIES: listed }).proxies;

  it("takes addresses and ranges of both kinds", () => {
    expect(read("10.0.0.0/8, 192.0.2.7,2001:db8::/32,::1")).toEqual([
      "10.0.0.0/8",
      "192.0.2.7",
      "2001:db8::/32",
      "::1",
    ]);
    expect(rangeOf("192.0.2.7")?.[1]).toBe(32);
    expect(rangeOf("::1")?.[1]).toBe(128);
  });

  it.each([
    "10.0.0.0/33",
    "999.0.0.1",
    "10.0.0.0/8,",
    "10.0.0",
    "10/8",
    "::1/129",
    "beef",
    "10.0.0.1/x",
    "1.2.3.4/8/8",
  ])("stops the start for %s", (listed) => {
    expect(() => read(listed)).toThrow("TRUSTED_PROXIES must look like 10.0.0.0/8,192.0.2.7");
  });
});
