import { describe, expect, it } from "vitest";
import { isMailAddress, MailAddress } from "./address";

/** More than one recipient, or another one than is read, in some mail program. Source: AUTH-06. */
const HOSTILE = [
  '"e@attacker.test"@victim.test',
  "a@attacker.test,b@victim.test",
  "victim@victim.test%0d%0aBcc:x@y",
  "victim@victim.test\r\nBcc: x@attacker.test",
  "victim＠victim.test@attacker.test",
  "VICTIM@victim.test ",
  "victim@victim.test\u200b",
  "victim@victim.test\u0000",
  "victim%attacker.test@victim.test",
  "attacker.test!victim@victim.test",
  "Victim <victim@victim.test>",
  "victim(x)@victim.test",
  "victim@[127.0.0.1]",
  "victim@127.0.0.1",
  "victim@localhost",
  "vi..ctim@victim.test",
  ".victim@victim.test",
  "victim@-victim.test",
  "victim@victim..test",
  "vıctim@victim.test",
  "victim@vıctim.test",
  "@victim.test",
  "victim@",
  "",
  `${"a".repeat(65)}@victim.test`,
  `a@${"b".repeat(63)}.${"c".repeat(63)}.${"d".repeat(63)}.${"e".repeat(63)}.test`,
];

describe("AUTH-06: one address", () => {
  it.each(HOSTILE)("%j is refused", (text) => {
    expect(MailAddress.safeParse(text)).toMatchObject({ success: false });
  });

  it.each(["amelie@mail.example", "a.b+shop@sub.mail.example", "o'hara@mail.example", "x@xn--bcher-kva.example"])(
    "%s is taken as it is",
    (text) => {
      expect(MailAddress.parse(text)).toBe(text);
    },
  );

  it("is the same in capitals, and no other letter is folded into it", () => {
    expect(MailAddress.parse("Amelie@Mail.Example")).toBe("amelie@mail.example");
    expect(isMailAddress("\u212amail@mail.example")).toBe(false);
  });

  it("DOS-01: a long one is refused at once", () => {
    const began = performance.now();
    for (const text of [`a@${"a.".repeat(20_000)}`, `${"a.".repeat(20_000)}@x`, "a".repeat(50_000)])
      expect(isMailAddress(text)).toBe(false);
    expect(performance.now() - began).toBeLessThan(50);
  });
});
