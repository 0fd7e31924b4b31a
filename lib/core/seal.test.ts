import { randomBytes } from "node:crypto";
import { describe, expect, it } from "vitest";
import { open, seal } from "./seal";

const key = () => randomBytes(32).toString("base64");
const [k1, k2] = [`k1:${key()}`, `k2:${key()}`];

describe("a sealed value", () => {
  it("opens in its context, whatever its letters and length", () => {
    for (const text of ["", "EAAB-token", "é🌸".repeat(5_000)])
      expect(open(seal(text, "row 1", k1), "row 1", k1)).toBe(text);
  });

  it("is different each time, names its key and does not show what it holds", () => {
    const [one, other] = [seal("EAAB-token", "row 1", k1), seal("EAAB-token", "row 1", k1)];
    expect(one).not.toBe(other);
    expect(one).toMatch(/^k1:[\w-]+$/);
    expect(Buffer.from(one.slice(3), "base64url").toString("latin1")).not.toContain("EAAB");
  });

  it("does not open in another context", () => {
    expect(() => open(seal("token", "row 1", k1), "row 2", k1)).toThrow("belongs to another row");
  });

  it("does not open once any byte of it was changed, or with bytes missing", () => {
    const sealed = seal("token", "row 1", k1);
    const bytes = Buffer.from(sealed.slice(3), "base64url");
    for (let index = 0; index < bytes.length; index++) {
      const changed = Buffer.from(bytes);
      changed.writeUInt8(changed.readUInt8(index) ^ 1, index);
      expect(() => open(`k1:${changed.toString("base64url")}`, "row 1", k1)).toThrow("does not open");
    }
    for (let length = 0; length < bytes.length; length++)
      expect(() => open(`k1:${bytes.subarray(0, length).toString("base64url")}`, "row 1", k1)).toThrow("does not open");
  });

  it("still opens after rotation, and what is sealed then uses the new key", () => {
    const old = seal("token", "row 1", k1);
    expect(open(old, "row 1", `${k2},${k1}`)).toBe("token");
    expect(seal("token", "row 1", `${k2},${k1}`)).toMatch(/^k2:/);
  });

  it("says which key is missing once it was taken away", () => {
    expect(() => open(seal("token", "row 1", k1), "row 1", k2)).toThrow(
      'The key "k1" that sealed this is not in ENCRYPTION_KEYS',
    );
  });

  it("does not open with another key of the same name", () => {
    expect(() => open(seal("token", "row 1", k1), "row 1", `k1:${key()}`)).toThrow("does not open");
  });

  it("is not made with a key of the wrong length", () => {
    expect(() => seal("token", "row 1", "k1:c2hvcnQ=")).toThrow('the key "k1" is not 32 bytes');
  });

  it("uses the process's own keys unless told otherwise", () => {
    expect(open(seal("token", "row 1"), "row 1")).toBe("token");
  });
});
