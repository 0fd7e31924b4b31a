import { afterAll, beforeEach, expect, it } from "vitest";
import { closeDatabase } from "#db/client";
import { env } from "#lib/core/env";
import { setFailure } from "../messenger/controls";
import { type Failure, partsOf } from "../messenger/failures";
import { connectPage, type GraphAnswer, graph } from "../messenger/sandbox-fixture";

let page: Awaited<ReturnType<typeof connectPage>>;
beforeEach(async () => {
  page = await connectPage();
});
afterAll(closeDatabase);

const appToken = `${env().FACEBOOK.clientId}|${env().FACEBOOK.clientSecret}`;
const address = "https://files.test/a.jpg";
const attachment = { type: "image", payload: { url: address } };
const CALLS: Record<string, () => Promise<GraphAnswer>> = {
  read: () => graph("me/conversations", page.pageToken, { query: { platform: "messenger" } }),
  profile: () => graph("me/messenger_profile", page.pageToken, { body: { get_started: { payload: "START" } } }),
  upload: () => graph("me/message_attachments", page.pageToken, { body: { message: { attachment } } }),
};
const codeOf = ({ body: { error } }: GraphAnswer) =>
  error && [error.code, error.error_subcode].filter(Boolean).join("/");

it.each<[Failure, string, number]>([
  ["read.server_error", "2", 500],
  ["read.rate_limit", "613", 400],
  ["read.app_limit", "4", 400],
  ["profile.server_error", "2", 500],
  ["profile.rate_limit", "613", 400],
  ["upload.server_error", "2", 500],
  ["upload.app_limit", "4", 400],
])("%s fails the next call of its area, once, and no other", async (failure, code, status) => {
  const { area } = partsOf(failure);
  await setFailure(failure, 1);
  for (const [other, call] of Object.entries(CALLS)) if (other !== area) expect(codeOf(await call())).not.toBe(code);
  const answer = await CALLS[area]?.();
  expect(answer && [codeOf(answer), answer.status]).toEqual([code, status]);
  const again = await CALLS[area]?.();
  expect(again && codeOf(again)).not.toBe(code);
});

it("takes the answer to a change of the profile away after it was done", async () => {
  await setFailure("profile.lost_answer", 1);
  await expect(CALLS.profile?.()).rejects.toThrow();
  const { body } = await graph("me/messenger_profile", page.pageToken, { query: { fields: "get_started" } });
  expect(body.data).toEqual([{ get_started: { payload: "START" } }]);
});

it("ends a token at a read, for good; what checks tokens still answers", async () => {
  await setFailure("read.token_revoked", 1);
  expect((await graph("debug_token", appToken, { query: { input_token: page.pageToken } })).status).toBe(200);
  expect(codeOf(await graph("me", page.pageToken))).toBe("190/460");
  expect(codeOf(await graph("me", page.pageToken))).toBe("190/460");
});
