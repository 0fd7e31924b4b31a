import { describe, expect, it, vi } from "vitest";
import { liveSettings } from "./live-settings";

const hub = { appId: "a", key: "k", secret: "s", host: "127.0.0.1", port: 3000, useTLS: false, hosted: false };
const settings = vi.hoisted(() => ({ current: {} as { PUBLIC_URL: string; PUSHER: object } }));
vi.mock("#lib/core/env", () => ({ env: () => settings.current }));

function from(PUBLIC_URL: string, PUSHER: object) {
  settings.current = { PUBLIC_URL, PUSHER };
  return liveSettings();
}

describe("where a browser connects", () => {
  it("is the public address for our own hub, never the address this server uses", () => {
    expect(from("http://localhost:3000", hub)).toEqual({ key: "k", host: "localhost", port: 3000, tls: false });
    expect(from("https://comptoir.example", hub)).toEqual({ key: "k", host: "comptoir.example", port: 443, tls: true });
    expect(from("http://comptoir.example", hub)).toEqual({ key: "k", host: "comptoir.example", port: 80, tls: false });
  });

  it("is what the settings name otherwise, and carries no secret", () => {
    const pusher = { ...hub, hosted: true, useTLS: true, port: 443, cluster: "eu", host: "api-eu.pusher.com" };
    expect(from("https://comptoir.example", pusher)).toEqual({
      key: "k",
      host: "ws-eu.pusher.com",
      port: 443,
      tls: true,
    });
    const soketi = { ...hub, hosted: true, host: "live.example", port: 6001 };
    expect(from("https://comptoir.example", soketi)).toEqual({
      key: "k",
      host: "live.example",
      port: 6001,
      tls: false,
    });
  });
});
