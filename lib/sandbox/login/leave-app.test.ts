import { createHmac } from "node:crypto";
import { afterAll, beforeEach, expect, it, vi } from "vitest";
import { closeDatabase } from "#db/client";
import { env } from "#lib/core/env";
import { guardedFetch } from "#lib/core/outbound";
import { connectPage, graph } from "../messenger/sandbox-fixture";
import { askDeletion, changePassword, removeApp } from "./leave-app";

vi.mock("#lib/core/outbound", () => ({ guardedFetch: vi.fn() }));
const fetched = vi.mocked(guardedFetch);

beforeEach(() => void fetched.mockReset());
afterAll(closeDatabase);

/** Checked as the documentation says: over the second part exactly as received. */
function readSent() {
  const [address, init] = fetched.mock.lastCall ?? [];
  const [signature = "", encoded = ""] = (new URLSearchParams(String(init?.body)).get("signed_request") ?? "").split(
    ".",
  );
  const expected = createHmac("sha256", env().FACEBOOK.clientSecret).update(encoded).digest("base64url");
  expect(signature).toBe(expected);
  return { address, content: JSON.parse(Buffer.from(encoded, "base64url").toString()) };
}

it("tells the app that a person removed it, and ends what she gave it", async () => {
  fetched.mockResolvedValue({ status: 200, headers: {}, body: Buffer.from("{}") });
  const { person, token, pageToken } = await connectPage();
  await removeApp(person.id);
  expect(readSent()).toEqual({
    address: `${env().PUBLIC_URL}/api/hooks/facebook/deauthorize`,
    content: { algorithm: "HMAC-SHA256", issued_at: expect.any(Number), user_id: person.id },
  });
  for (const dead of [token, pageToken])
    expect((await graph("me", dead)).body.error).toMatchObject({ code: 190, error_subcode: 458 });
});

it("passes on that a person wants her data deleted, and where she can follow it", async () => {
  const body = Buffer.from(JSON.stringify({ url: "https://a.test/deletion/x", confirmation_code: "x" }));
  fetched.mockResolvedValue({ status: 200, headers: {}, body });
  const { person } = await connectPage();
  expect(await askDeletion(person.id)).toEqual({ url: "https://a.test/deletion/x", code: "x" });
  expect(readSent().address).toBe(`${env().PUBLIC_URL}/api/hooks/facebook/deletion`);
  fetched.mockResolvedValue({ status: 500, headers: {}, body: Buffer.from("") });
  expect(await askDeletion(person.id)).toBeNull();
});

it("ends every token when the password changes, and tells nobody", async () => {
  const { person, pageToken } = await connectPage();
  await changePassword(person.id);
  expect((await graph("me", pageToken)).body.error).toMatchObject({ code: 190, error_subcode: 460 });
  expect(fetched).not.toHaveBeenCalled();
});
