import { afterAll, describe, expect, it } from "vitest";
import { closeDatabase } from "#db/client";
import { env } from "#lib/core/env";
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
    ["a token in the fragment", { response_type: "token" }, "request"],
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
