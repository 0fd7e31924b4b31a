import { afterEach, expect, it, vi } from "vitest";

afterEach(() => vi.unstubAllEnvs());

async function askWith(settings: Record<string, string>) {
  vi.resetModules();
  for (const [name, value] of Object.entries(settings)) vi.stubEnv(name, value);
  const { gated } = await import("./gate");
  const answer = await gated(async () => new Response("here"))(new Request("http://localhost:3000/sandbox"));
  return answer.status;
}

it("lets the sandbox answer on a loopback address", async () => {
  expect(await askWith({})).toBe(200);
});

it("answers 404 where the sandbox is off", async () => {
  const real = { FACEBOOK_CLIENT_ID: "1", FACEBOOK_CLIENT_SECRET: "2" };
  expect(await askWith({ COMPTOIR_SANDBOX: "0", ...real })).toBe(404);
  expect(await askWith({ COMPTOIR_SANDBOX: "", PUBLIC_URL: "https://comptoir.example", ...real })).toBe(404);
});
