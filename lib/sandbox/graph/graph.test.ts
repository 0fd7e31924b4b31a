import { createHash, createHmac } from "node:crypto";
import { eq } from "drizzle-orm";
import { afterAll, describe, expect, it } from "vitest";
import { closeDatabase, database } from "#db/client";
import { sandboxCodes, sandboxTokens } from "#db/schema/sandbox";
import { env } from "#lib/core/env";
import { hashToken, newToken } from "#lib/core/ids";
import { authorizeCode } from "../login/authorize-code";
import type { DialogRequest } from "../login/dialog-request";
import { addPerson } from "../people/add-person";
import { answerGraph } from "./answer-graph";

const { clientId, clientSecret } = env().FACEBOOK;
const redirectUri = `${env().PUBLIC_URL}/api/auth/callback/facebook`;
const base: DialogRequest = {
  clientId,
  redirectUri,
  state: undefined,
  scopes: ["public_profile", "email"],
  answers: ["code"],
  codeChallenge: undefined,
  loginHint: undefined,
  rerequest: false,
  messengerPageId: undefined,
  resetMessenger: false,
  returnScopes: false,
};

type Body = { error?: { code: number; error_subcode?: number }; access_token?: string } & Record<string, unknown>;

async function graph(path: string, parameters: Record<string, string> = {}, init: RequestInit = {}) {
  const address = `http://127.0.0.1/sandbox/graph/${path}?${new URLSearchParams(parameters)}`;
  const answer = await answerGraph(new Request(address, init), path.split("/"));
  const text = await answer.text();
  const body: Body = JSON.parse(text);
  return { status: answer.status, text, body };
}

async function codeFor(change: Partial<DialogRequest> = {}, email = "lea@example.test") {
  const person = await addPerson({ name: "Léa Moreau", email });
  return { person, code: await authorizeCode({ ...base, ...change }, person.id) };
}

const exchange = (code: string, change: Record<string, string> = {}) =>
  graph("oauth/access_token", {
    client_id: clientId,
    client_secret: clientSecret,
    redirect_uri: redirectUri,
    code,
    ...change,
  });

async function tokenFor(change: Partial<DialogRequest> = {}, email = "lea@example.test") {
  const { person, code } = await codeFor(change, email);
  const { body } = await exchange(code);
  if (!body.access_token) throw new Error("no token");
  return { person, token: body.access_token };
}

const bearer = (token: string): RequestInit => ({ headers: { authorization: `Bearer ${token}` } });

afterAll(closeDatabase);

describe("the exchange of a code", () => {
  it("gives a token by GET, with a version in the path or without", async () => {
    const { code } = await codeFor();
    const { status, body } = await exchange(code);
    expect(status).toBe(200);
    expect(body).toEqual({ access_token: expect.stringMatching(/^EAA/), token_type: "bearer", expires_in: 5_183_944 });
    const other = await codeFor();
    const versioned = { client_id: clientId, client_secret: clientSecret, redirect_uri: redirectUri, code: other.code };
    expect((await graph("v25.0/oauth/access_token", versioned)).status).toBe(200);
  });

  it("takes a form and the client as HTTP Basic", async () => {
    const { code } = await codeFor();
    const pair = [clientId, clientSecret].map(encodeURIComponent).join(":");
    const { status } = await graph(
      "oauth/access_token",
      {},
      {
        method: "POST",
        headers: { authorization: `Basic ${Buffer.from(pair).toString("base64")}` },
        body: new URLSearchParams({ grant_type: "authorization_code", redirect_uri: redirectUri, code }),
      },
    );
    expect(status).toBe(200);
  });

  it("refuses a used code", async () => {
    const { code } = await codeFor();
    await exchange(code);
    expect(await exchange(code)).toMatchObject({ status: 400, body: { error: { code: 100, error_subcode: 36009 } } });
  });

  it("refuses a code after its minute", async () => {
    const { code } = await codeFor();
    await database()
      .update(sandboxCodes)
      .set({ expiresAt: new Date(Date.now() - 1) })
      .where(eq(sandboxCodes.codeHash, hashToken(code)));
    expect(await exchange(code)).toMatchObject({ status: 400, body: { error: { code: 100, error_subcode: 36007 } } });
  });

  it("refuses another redirect_uri, another secret, another app, another code", async () => {
    const { code } = await codeFor();
    expect((await exchange(code, { redirect_uri: `${redirectUri}/` })).body.error).toMatchObject({
      code: 100,
      error_subcode: 36008,
    });
    expect((await exchange(code, { client_secret: "wrong" })).body.error).toEqual({
      message: "Error validating client secret.",
      type: "OAuthException",
      code: 1,
      fbtrace_id: expect.any(String),
    });
    expect((await exchange(code, { client_id: "42" })).body.error).toMatchObject({ code: 101 });
    expect((await exchange(`${code}x`)).body.error).toMatchObject({ code: 100 });
    expect((await exchange(code, { redirect_uri: "" })).body.error).toMatchObject({ code: 191 });
    expect((await exchange("")).body.error).toMatchObject({ code: 1 });
    expect((await exchange(code, { grant_type: "password" })).body.error).toMatchObject({ code: 100 });
    expect((await exchange(code)).status).toBe(200);
  });

  it("gives one token to twenty exchanges at once", async () => {
    const { code } = await codeFor();
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => exchange(code)));
    expect(outcomes.filter((outcome) => outcome.status === 200)).toHaveLength(1);
    const refused = outcomes.filter((outcome) => outcome.body.error?.error_subcode === 36009);
    expect(refused).toHaveLength(19);
  });

  it("asks for the verifier of a challenge, and for none without one", async () => {
    const verifier = newToken();
    const codeChallenge = createHash("sha256").update(verifier).digest("base64url");
    const { code } = await codeFor({ codeChallenge });
    expect((await exchange(code)).body.error).toMatchObject({ code: 100 });
    expect((await exchange(code, { code_verifier: newToken() })).body.error).toMatchObject({ code: 100 });
    expect((await exchange(code, { code_verifier: codeChallenge })).body.error).toMatchObject({ code: 100 });
    expect((await exchange(code, { code_verifier: verifier })).status).toBe(200);
    const plain = await codeFor();
    expect((await exchange(plain.code, { code_verifier: verifier })).body.error).toMatchObject({ code: 100 });
  });
});

describe("/me", () => {
  it("says who it is, by header and by parameter", async () => {
    const { person, token } = await tokenFor();
    const fields = "id,name,email,picture";
    const picture = {
      data: { height: 50, width: 50, is_silhouette: false, url: `${env().PUBLIC_URL}/sandbox/pictures/${person.id}` },
    };
    const expected = { id: person.id, name: "Léa Moreau", email: "lea@example.test", picture };
    const byHeader = await graph("me", { fields }, bearer(token));
    expect(byHeader.body).toEqual(expected);
    expect((await graph("v25.0/me", { fields, access_token: token })).body).toEqual(expected);
    expect(byHeader.text).toContain("L\\u00e9a");
    expect(byHeader.text).toContain("\\/sandbox\\/pictures\\/");
  });

  it("gives id and name unless asked for more, and reads sub-selections", async () => {
    const { person, token } = await tokenFor();
    expect((await graph("me", {}, bearer(token))).body).toEqual({ id: person.id, name: "Léa Moreau" });
    const { body } = await graph(
      "me",
      { fields: "first_name,last_name,picture.type(large){url,width}" },
      bearer(token),
    );
    expect(body).toMatchObject({ id: person.id, first_name: "Léa", last_name: "Moreau", picture: expect.any(Object) });
  });

  it("leaves the e-mail out when it was not granted or there is none", async () => {
    const ungranted = await tokenFor({ scopes: ["public_profile"] });
    expect((await graph("me", { fields: "id,email" }, bearer(ungranted.token))).body).toEqual({
      id: ungranted.person.id,
    });
    const without = await tokenFor({}, "");
    expect((await graph("me", { fields: "id,email" }, bearer(without.token))).body).toEqual({ id: without.person.id });
  });

  it("lists what was granted", async () => {
    const { token } = await tokenFor();
    expect((await graph("me/permissions", {}, bearer(token))).body).toEqual({
      data: [
        { permission: "public_profile", status: "granted" },
        { permission: "email", status: "granted" },
      ],
    });
  });

  it("checks an appsecret_proof when there is one", async () => {
    const { token } = await tokenFor();
    const appsecret_proof = createHmac("sha256", clientSecret).update(token).digest("hex");
    expect((await graph("me", { appsecret_proof }, bearer(token))).status).toBe(200);
    expect((await graph("me", { appsecret_proof: "00" }, bearer(token))).body.error).toMatchObject({ code: 100 });
  });

  it("refuses no token, an unknown one, an expired one, an unknown field", async () => {
    expect((await graph("me")).body.error).toMatchObject({ code: 2500 });
    expect((await graph("me", {}, bearer("EAAx"))).body.error).toMatchObject({ code: 190 });
    const { token } = await tokenFor();
    expect((await graph("me", { fields: "id,shoe_size" }, bearer(token))).body.error).toMatchObject({ code: 100 });
    expect((await graph("me", { fields: "__proto__" }, bearer(token))).body.error).toMatchObject({ code: 100 });
    await database()
      .update(sandboxTokens)
      .set({ expiresAt: new Date() })
      .where(eq(sandboxTokens.tokenHash, hashToken(token)));
    expect((await graph("me", {}, bearer(token))).body.error).toMatchObject({ code: 190, error_subcode: 463 });
  });
});

describe("an unknown call", () => {
  it.each(["", "v25.0", "me/accounts", "constructor", "v25.0/oauth"])(
    "is refused in Facebook's shape: /%s",
    async (path) => {
      const { status, body } = await graph(path);
      expect(status).toBe(400);
      expect(body.error).toMatchObject({ type: "OAuthException", code: 2500 });
    },
  );

  it("refuses a method the call has not", async () => {
    expect((await graph("me", {}, { method: "POST" })).body.error).toMatchObject({ code: 100 });
  });
});
