import { afterAll, describe, expect, it } from "vitest";
import { closeDatabase } from "#db/client";
import { env } from "#lib/core/env";
import { graph } from "../messenger/sandbox-fixture";
import { addPerson } from "../people/add-person";
import { listPeople } from "../people/list-people";
import { answerDialog } from "./answer-dialog";
import { queryRecord, readDialogRequest } from "./dialog-request";

const origin = new URL(env().PUBLIC_URL).origin;
const redirect = `${env().PUBLIC_URL}/api/auth/callback/facebook`;
const asked = {
  client_id: env().FACEBOOK.clientId,
  redirect_uri: redirect,
  state: "a b&c#d",
  response_type: "code",
  scope: "email",
};
const query = (changes: Record<string, string> = {}) => new URLSearchParams({ ...asked, ...changes }).toString();

function post(fields: Record<string, string>, headers: Record<string, string> = { origin }) {
  const body = new URLSearchParams(fields);
  return answerDialog(new Request(`${origin}/sandbox/dialog/oauth/answer`, { method: "POST", body, headers }));
}

afterAll(closeDatabase);

describe("the request of the dialog", () => {
  it("accepts the registered app and address, and ignores what Facebook ignores", () => {
    const outcome = readDialogRequest({ ...asked, display: "popup", auth_type: "reauthenticate" });
    expect(outcome).toMatchObject({
      ok: true,
      request: { redirectUri: redirect, scopes: ["public_profile", "email"] },
    });
  });

  it.each([
    `${redirect}/`,
    `${redirect}/..%2fevil`,
    `${redirect}?x=`,
    `${redirect}#x`,
    redirect.replace("http://", "https://"),
    redirect.toUpperCase(),
    redirect.replace("://", "://user@"),
    "https://evil.test/api/auth/callback/facebook",
    `${env().PUBLIC_URL}@evil.test/api/auth/callback/facebook`,
    "http://localhost.evil.test:3000/api/auth/callback/facebook",
    "javascript:alert(1)",
    "",
  ])("shows an error page for the address %s", (address) => {
    expect(readDialogRequest({ ...asked, redirect_uri: address })).toEqual({ ok: false, problem: "redirect" });
  });

  it("refuses a second redirect_uri", () => {
    const twice = queryRecord(`${query()}&redirect_uri=${encodeURIComponent("https://evil.test")}`);
    expect(readDialogRequest(twice)).toEqual({ ok: false, problem: "request" });
  });

  it.each([
    ["an unknown app", { client_id: "1" }, "app"],
    ["an unknown scope", { scope: "email,make_coffee" }, "scopes"],
    ["a plain challenge", { code_challenge: "x".repeat(43), code_challenge_method: "plain" }, "request"],
    ["a challenge without a method", { code_challenge: "x".repeat(43) }, "request"],
    ["a method without a challenge", { code_challenge_method: "S256" }, "request"],
    ["a short challenge", { code_challenge: "x".repeat(42), code_challenge_method: "S256" }, "request"],
    ["an unknown answer", { response_type: "code id_token" }, "request"],
    ["no answer at all", { response_type: " " }, "request"],
  ])("refuses %s", (_name, change, problem) => {
    expect(readDialogRequest({ ...asked, ...change })).toEqual({ ok: false, problem });
  });
});

describe("the answer of the dialog", () => {
  it("goes back with a code, the state and Facebook's odd fragment", async () => {
    const person = await addPerson({ name: "Amélie Laurent", email: "amelie@example.test" });
    const answer = await post({ answer: "person", person: person.id, query: query() });
    expect(answer.status).toBe(303);
    const location = answer.headers.get("location") ?? "";
    expect(location.startsWith(`${redirect}?code=AQ`)).toBe(true);
    expect(location.endsWith("#_=_")).toBe(true);
    expect(new URL(location).searchParams.get("state")).toBe("a b&c#d");
  });

  const answered = async (change: Record<string, string>) => {
    const person = await addPerson({ name: "Amélie Laurent", email: "amelie@example.test" });
    const location = (await post({ answer: "person", person: person.id, query: query(change) })).headers.get(
      "location",
    );
    const { search, hash } = new URL(location ?? "");
    return { person, search: new URLSearchParams(search), fragment: new URLSearchParams(hash.slice(1)) };
  };

  it("gives a token in the fragment alone, which is hers and short-lived", async () => {
    const { person, search, fragment } = await answered({ response_type: "token" });
    expect([...search.keys()]).toEqual([]);
    expect([...fragment.keys()].sort()).toEqual([
      ...["access_token", "data_access_expiration_time", "expires_in", "state"],
    ]);
    expect(fragment.get("state")).toBe("a b&c#d");
    const token = fragment.get("access_token") ?? "";
    expect((await graph("me", token, { query: { fields: "id" } })).body).toMatchObject({ id: person.id });
    const app = `${env().FACEBOOK.clientId}|${env().FACEBOOK.clientSecret}`;
    const { data } = (await graph("debug_token", app, { query: { input_token: token } })).body;
    expect(data).toMatchObject({
      type: "USER",
      is_valid: true,
      user_id: person.id,
      scopes: ["public_profile", "email"],
    });
    const left = Number(Object(data).expires_at) - Date.now() / 1_000;
    expect(left).toBeGreaterThan(3_600 - 60);
    expect(left).toBeLessThanOrEqual(7_200);
    expect(Number(fragment.get("expires_in"))).toBeCloseTo(left, -2);
  });

  it.each(["code token", "token,code"])("gives a code beside the token, both in the fragment: %s", async (type) => {
    const { search, fragment } = await answered({ response_type: type });
    expect([...search.keys()]).toEqual([]);
    expect(fragment.get("code")).toMatch(/^AQ/);
    expect(fragment.get("access_token")).toMatch(/^EAA/);
  });

  it("names what was granted in the query, beside a code or alone, and in the fragment beside a token", async () => {
    const beside = await answered({ response_type: "code granted_scopes" });
    expect(beside.search.get("granted_scopes")).toBe("public_profile,email");
    expect(beside.search.get("code")).toMatch(/^AQ/);
    const alone = await answered({ response_type: "granted_scopes" });
    expect([...alone.search.keys()].sort()).toEqual(["denied_scopes", "granted_scopes", "state"]);
    const { search, fragment } = await answered({ response_type: "token granted_scopes" });
    expect([search.get("granted_scopes"), fragment.get("granted_scopes")]).toEqual([null, "public_profile,email"]);
  });

  it("goes back with Facebook's words when the person cancels", async () => {
    const answer = await post({ answer: "cancel", query: query({ state: "s1" }) });
    expect(answer.headers.get("location")).toBe(
      `${redirect}?error=access_denied&error_code=200&error_description=Permissions+error&error_reason=user_denied&state=s1`,
    );
  });

  it("makes somebody new, who can be chosen again", async () => {
    const name = `<script>alert("${crypto.randomUUID()}")</script>`;
    const answer = await post({ answer: "new", name, email: "", query: query() });
    expect(answer.headers.get("location")).toContain("code=AQ");
    const made = (await listPeople()).find((person) => person.name === name);
    expect(made).toMatchObject({ email: null });
    expect(made?.id).toMatch(/^\d{17}$/);
  });

  it.each([
    ["an unknown person", { answer: "person", person: "999" }],
    ["a blank name", { answer: "new", name: "  ", email: "" }],
    ["a name with a control character", { answer: "new", name: "a\u0000b", email: "" }],
    ["a wrong e-mail", { answer: "new", name: "Ana", email: "ana" }],
    ["an unknown field", { answer: "cancel", more: "1" }],
    ["no answer", {}],
  ])("returns to the dialog for %s", async (_name, fields) => {
    const answer = await post({ ...fields, query: query() });
    const location = new URL(answer.headers.get("location") ?? "");
    expect(location.pathname).toBe("/sandbox/dialog/oauth");
    expect(location.searchParams.get("problem")).toBe("answer");
    expect(location.searchParams.get("redirect_uri")).toBe(redirect);
  });

  it("never redirects to an address that is not registered", async () => {
    const answer = await post({ answer: "cancel", query: query({ redirect_uri: "https://evil.test/" }) });
    expect(new URL(answer.headers.get("location") ?? "").origin).toBe(origin);
  });

  it.each([["https://evil.test"], ["null"], [undefined]])("refuses a form posted from %s", async (from) => {
    const answer = await post({ answer: "cancel", query: query() }, from ? { origin: from } : {});
    expect(answer.status).toBe(403);
  });
});
