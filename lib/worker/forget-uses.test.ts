import { expect, it } from "vitest";
import { countUses } from "#db/in-shop";
import { owner } from "#db/owner-fixture";
import { newId } from "#lib/core/ids";
import { runJob } from "./jobs-fixture";

it("forgets the counts whose span is over, and no others", async () => {
  const [over, going] = [newId(), newId()];
  for (const key of [over, going]) await countUses(key, 3, 60_000);
  await owner()`update rate_limits set expires_at = now() - interval '1 second' where key = ${over}`;
  await runJob("forgetUses", {});
  const left = await owner()<{ key: string; points: number }[]>`
    select key, points from rate_limits where key in (${over}, ${going})`;
  expect(left).toEqual([{ key: going, points: 3 }]);
});
