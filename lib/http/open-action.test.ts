import { randomUUID } from "node:crypto";
import { IncomingMessage } from "node:http";
import { Socket } from "node:net";
import { expect, it, vi } from "vitest";
import { noteClient } from "./client-address";
import { LIMITS, limit } from "./limit";
import { callAction } from "./route-fixture";

const from = vi.hoisted(() => ({ address: "" }));
vi.mock("next/headers", () => ({
  cookies: async () => ({ set: () => undefined, get: () => undefined }),
  headers: async () => new Headers({ "x-comptoir-client": from.address }),
}));

it.each([
  ["askMailCodeAction", { email: "a@mail.example", name: "Amélie", locale: "fr" }],
  ["signInByMailAction", { ticket: "x".repeat(43), code: "123456" }],
])("AUTH-11: %s is a step of signing in, of which one address may take so many", async (action, input) => {
  from.address = randomUUID();
  noteClient(new IncomingMessage(new Socket()));
  const call = () => callAction("app/connect/[shop]/actions.ts", action, input);
  expect((await call()).status).not.toBe(429);
  await Promise.all(
    Array.from({ length: LIMITS["signs in"].points }, () => limit("signs in", from.address).catch(() => null)),
  );
  expect((await call()).status).toBe(429);
});
