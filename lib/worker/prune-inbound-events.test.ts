import { expect, it } from "vitest";
import { owner } from "#db/owner-fixture";
import { DAY } from "#lib/core/clock";
import { newId } from "#lib/core/ids";
import { runJob } from "./jobs-fixture";
import { KEPT_DAYS } from "./prune-inbound-events";

it("forgets what was processed long ago, and keeps what is young, unread or waiting", async () => {
  const mark = newId();
  const keep = (name: string, processedDaysAgo: number | null, problem: string | null) => {
    const processedAt = processedDaysAgo === null ? null : new Date(Date.now() - processedDaysAgo * DAY);
    return owner()`insert into inbound_events (id, source, delivery_id, body, processed_at, problem)
      values (${newId()}, ${mark}, ${name}, ${Buffer.from("x")}, ${processedAt}, ${problem})`;
  };
  await keep("long ago", KEPT_DAYS + 1, null);
  await keep("lately", KEPT_DAYS - 1, null);
  await keep("unreadable", KEPT_DAYS + 1, "hook_unreadable");
  await keep("waiting", null, null);
  await runJob("pruneInboundEvents", {});
  const left = await owner()<{ delivery_id: string }[]>`
    select delivery_id from inbound_events where source = ${mark} order by delivery_id`;
  expect(left.map((row) => row.delivery_id)).toEqual(["lately", "unreadable", "waiting"]);
});
