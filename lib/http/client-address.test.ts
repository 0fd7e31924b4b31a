import { describe, expect, it } from "vitest";
import { clientOf } from "./client-address";

const proxies = ["127.0.0.0/8", "10.1.0.0/16", "2001:db8:1::7"];

describe("AUTH-04: who asks is told by the socket, or by a proxy of ours", () => {
  it.each([
    ["a peer", "203.0.113.9", undefined, "203.0.113.9"],
    ["a peer that says it is somebody else", "203.0.113.9", "127.0.0.1", "203.0.113.9"],
    ["a peer that says it came through our proxy", "203.0.113.9", "198.51.100.1, 10.1.0.3", "203.0.113.9"],
    ["somebody behind our proxy", "127.0.0.1", "198.51.100.1", "198.51.100.1"],
    ["somebody behind two of our proxies", "127.0.0.1", "198.51.100.1, 10.1.0.3", "198.51.100.1"],
    ["somebody behind our proxy who says more", "127.0.0.1", "1.2.3.4, 198.51.100.1", "198.51.100.1"],
    ["somebody behind our proxy who says nonsense", "127.0.0.1", "<script>, 198.51.100.1", "198.51.100.1"],
    ["somebody whose port our proxy tells", "127.0.0.1", "198.51.100.1:52044", "198.51.100.1"],
    ["somebody of IPv6 whose port our proxy tells", "127.0.0.1", "[2001:db8:9:8::1]:52044", "2001:db8:9:8::"],
    ["our proxy alone", "127.0.0.1", undefined, "127.0.0.1"],
    ["an IPv4 peer on an IPv6 socket", "::ffff:203.0.113.9", undefined, "203.0.113.9"],
    ["a household of IPv6", "2001:db8:9:8:7:6:5:4", undefined, "2001:db8:9:8::"],
    ["somebody behind our proxy of IPv6", "2001:db8:1::7", "2001:db8:9:8::1", "2001:db8:9:8::"],
    ["nobody", undefined, undefined, null],
  ])("%s", (_, peer, forwardedFor, client) => {
    expect(clientOf(peer, forwardedFor, proxies)).toBe(client);
  });

  it("trusts nobody where no proxy is named", () => {
    expect(clientOf("127.0.0.1", "198.51.100.1", [])).toBe("127.0.0.1");
  });
});
