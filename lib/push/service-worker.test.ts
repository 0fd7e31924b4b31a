import { afterAll, beforeAll, expect, it, vi } from "vitest";

type Heard = { waitUntil(work: Promise<unknown>): void; data?: { json(): object }; notification?: object };
const heard = new Map<string, (event: Heard) => void>();
const open: { url: string; visibilityState: string }[] = [];
const scope = {
  addEventListener: (type: string, hear: (event: Heard) => void) => heard.set(type, hear),
  clients: { matchAll: async () => open, claim: vi.fn(async () => {}) },
  registration: { showNotification: vi.fn(async () => {}) },
};

beforeAll(async () => {
  vi.stubGlobal("self", scope);
  await import("./service-worker");
});
afterAll(() => void vi.unstubAllGlobals());

/** Has the worker hear of something, until it has done what it does then. */
async function hear(type: string, event: Partial<Heard> = {}): Promise<void> {
  const work: Promise<unknown>[] = [];
  heard.get(type)?.({ ...event, waitUntil: (one) => work.push(one) });
  await Promise.all(work);
}

/** Whether a notice of the shop "pivoine" is shown while a window there is looked at. */
async function isShown(path: string): Promise<boolean> {
  open.splice(0, open.length, { url: `https://app.example${path}`, visibilityState: "visible" });
  scope.registration.showNotification.mockClear();
  await hear("push", { data: { json: () => ({ title: "Amélie", url: "/s/pivoine/inbox/1" }) } });
  return scope.registration.showNotification.mock.calls.length > 0;
}

it("keeps still while the shop's own window is looked at, and no other's, however alike its name", async () => {
  for (const path of ["/s/pivoine", "/s/pivoine/inbox", "/s/pivoine/settings"]) expect(await isShown(path)).toBe(false);
  for (const path of ["/s/pivoine-2/inbox", "/s/pivoines", "/me", "/terms", "/"])
    expect(await isShown(path)).toBe(true);
});

it("takes over the windows that are open already", async () => {
  await hear("activate");
  expect(scope.clients.claim).toHaveBeenCalledOnce();
});
