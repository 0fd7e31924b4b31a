import { afterAll, beforeAll, expect, it } from "vitest";
import { closeDatabase } from "#db/client";
import { env } from "#lib/core/env";
import { graph } from "./sandbox-fixture";
import { fixtureServer } from "./server-fixture";

beforeAll(() => {
  process.env.GRAPH_BASE_URL = fixtureServer.graphUrl;
});
afterAll(closeDatabase);

it("asks the address of a webhook for its challenge before it takes it", async () => {
  const { clientId, clientSecret } = env().FACEBOOK;
  const subscribe = (callback_url: string) =>
    graph(`${clientId}/subscriptions`, `${clientId}|${clientSecret}`, {
      method: "POST",
      query: { object: "page", callback_url, verify_token: "v", fields: "messages,message_echoes" },
    });
  expect((await subscribe(`${fixtureServer.origin}/media/image/x`)).body.error).toMatchObject({ code: 2200 });
  expect((await subscribe(fixtureServer.hook)).body).toEqual({ success: true });
  const listed = (await graph(`${clientId}/subscriptions`, `${clientId}|${clientSecret}`)).body.data;
  expect(listed).toEqual([expect.objectContaining({ object: "page", callback_url: fixtureServer.hook, active: true })]);
});
