import { expect, it, vi } from "vitest";
import { newId } from "#lib/core/ids";
import { log } from "#lib/core/log";
import { eraseContact } from "#lib/privacy/ask-erasure";
import { plant } from "./canary-fixture";
import { runJobs } from "./jobs-fixture";

const lines = vi.hoisted(() => [] as string[]);
vi.mock("#lib/core/log", async (original) => {
  const { default: pino } = await import("pino");
  const real = await original<typeof import("#lib/core/log")>();
  const written = pino({ ...real.LOG_OPTIONS, level: "trace" }, { write: (line: string) => void lines.push(line) });
  return { ...real, log: written };
});

it("GDPR-01: nothing that is written of her, from her first word to her erasure, holds one of her words", async () => {
  const canary = `canari${newId().slice(-12)}`;
  const { shop, owner, contactId } = await plant(canary);
  await runJobs(shop.id);
  await eraseContact(owner, { contactId });
  await runJobs(shop.id);
  log.info({ shopId: shop.id }, "the end of the test");
  const whole = lines.join("");
  expect(whole).toContain("the end of the test");
  expect(whole).not.toContain(canary);
  expect(whole).not.toContain(Buffer.from(canary).toString("base64").slice(0, 16));
});
