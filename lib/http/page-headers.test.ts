import { describe, expect, it } from "vitest";
import { pageHeaders } from "./page-headers";

const of = (path: string) => pageHeaders(path, "abc");
const PAGES = [
  "/",
  "/login",
  "/s/maison/inbox",
  "/me",
  "/me/permissions",
  "/connect/maison",
  "/answer/x",
  "/mail/stop/x",
];

describe("the headers of our own pages", () => {
  it.each(PAGES)("WID-08: no site may frame %s", (path) => {
    expect(of(path)["content-security-policy"]).toMatch(/(^|; )frame-ancestors 'none'($|;)/);
    expect(of(path)["x-frame-options"]).toBe("DENY");
  });

  it("OAUTH-08: the popup of a login keeps its opener, which waits for the answer, and no other page does", () => {
    for (const path of ["/connect", "/connect/maison", "/login", "/login/code"])
      expect(of(path)["cross-origin-opener-policy"], path).toBeUndefined();
    for (const path of ["/", "/me", "/s/maison/inbox", "/connection", "/logins", "/s/maison/login", "/answer/x"])
      expect(of(path)["cross-origin-opener-policy"], path).toBe("same-origin");
  });

  it.each(PAGES)("%s tells other sites nothing of its address but our origin", (path) => {
    expect(of(path)["referrer-policy"]).toBe("strict-origin-when-cross-origin");
  });
});
