import { createHmac } from "node:crypto";
import { describe, expect, it, vi } from "vitest";
import { conversationChannel, presenceChannel, shopChannel } from "./channels";
import { signChannel, signUser } from "./sign";

const PUSHER = vi.hoisted(() => ({
  appId: "a",
  key: "the-key",
  secret: "the-secret",
  host: "127.0.0.1",
  port: 1,
  useTLS: false,
  hosted: false,
}));
vi.mock("#lib/core/env", () => ({ env: () => ({ PUSHER }) }));

const id = "01934a5e-7c1b-7d2e-9f00-0123456789ab";
const hmac = (text: string) => `the-key:${createHmac("sha256", "the-secret").update(text).digest("hex")}`;
const person = { user_id: id, user_info: { name: "Léa" } };

describe("signatures for the browser", () => {
  it("are those of the protocol", () => {
    expect(signChannel("12.34", shopChannel(id))).toEqual({ auth: hmac(`12.34:private-shop-${id}`) });
    const data = JSON.stringify(person);
    expect(signChannel("12.34", presenceChannel(id), person)).toEqual({
      auth: hmac(`12.34:presence-conversation-${id}:${data}`),
      channel_data: data,
    });
    expect(signUser("12.34", { id })).toEqual({
      auth: hmac(`12.34::user::{"id":"${id}"}`),
      user_data: `{"id":"${id}"}`,
    });
  });

  it.each([
    "1.1:private-shop-B",
    "1.1\n",
    "\n1.1",
    "1.1%00",
    "1.1\u0000",
    "1",
    "1.",
    ".1",
    "1.1.1",
    "a.b",
    "",
    "1,1",
    "-1.1",
    "1.1 ",
    `${"1".repeat(200)}.1`,
    "١.١",
  ])("RT-01: nothing is signed for the socket id %j", (socketId) => {
    expect(signChannel(socketId, shopChannel(id))).toBeNull();
    expect(signUser(socketId, { id })).toBeNull();
  });

  it.each([
    `private-shop-${id}:evil`,
    `private-shop-${id}\n`,
    `private-shop-${id}/../B`,
    `PRIVATE-shop-${id}`,
    "private-shop-A",
    `private-${"x".repeat(300)}`,
    `presence-shop-${id}`,
    "news",
    `#server-to-user-${id}`,
  ])("RT-01, RT-02: nothing is signed for the channel %j", (channel) => {
    expect(signChannel("1.1", channel)).toBeNull();
    expect(signChannel("1.1", channel, person)).toBeNull();
  });

  it("RT-02: a person goes with a presence channel and with no other", () => {
    expect(signChannel("1.1", presenceChannel(id))).toBeNull();
    expect(signChannel("1.1", shopChannel(id), person)).toBeNull();
    expect(signChannel("1.1", conversationChannel(id), person)).toBeNull();
    expect(signChannel("1.1", presenceChannel(id), { user_id: "a:b" })).toBeNull();
  });

  it.each(["", "a b", "a/b", "../events?", "a\n", "a:b", "x".repeat(65)])(
    "RT-01: nobody is signed in as %j",
    (user) => {
      expect(signUser("1.1", { id: user })).toBeNull();
    },
  );
});
