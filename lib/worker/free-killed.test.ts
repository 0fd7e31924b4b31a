import { makeWorkerUtils } from "graphile-worker";
import { expect, it, onTestFinished } from "vitest";
import { owner } from "#db/owner-fixture";
import { freeKilled } from "./free-killed";

async function holders(): Promise<Record<string, string | null>> {
  const rows = await owner()<{ key: string; locked_by: string | null }[]>`
    select key, locked_by from graphile_worker._private_jobs where key like 'held-by-%'`;
  return Object.fromEntries(rows.map((row) => [row.key, row.locked_by]));
}

it("frees the jobs of a killed worker, and of no other", async () => {
  const utils = await makeWorkerUtils({ connectionString: process.env.DATABASE_OWNER_URL ?? "", maxPoolSize: 3 });
  onTestFinished(async () => {
    await owner()`delete from graphile_worker._private_jobs where key like 'held-by-%'`;
    await utils.release();
  });
  for (const name of ["pool-killed", "pool-alive", "pool-young", "pool-own"]) {
    await utils.addJob("event", {}, { jobKey: `held-by-${name}` });
    const age = name === "pool-young" ? "1 second" : "1 minute";
    await owner()`update graphile_worker._private_jobs
      set locked_by = ${name}, locked_at = now() - ${age}::interval where key = ${`held-by-${name}`}`;
  }
  await utils.withPgClient(async (other) => {
    await freeKilled(other, "pool-alive", "1 hour");
    await utils.withPgClient(async (client) => {
      expect(await freeKilled(client, "pool-own")).toEqual(["pool-killed"]);
      expect(await freeKilled(client, "pool-own")).toEqual([]);
    });
  });
  expect(await holders()).toEqual({
    "held-by-pool-killed": null,
    "held-by-pool-alive": "pool-alive",
    "held-by-pool-young": "pool-young",
    "held-by-pool-own": "pool-own",
  });
});
