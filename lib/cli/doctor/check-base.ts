import { env } from "#lib/core/env";
import { checkReadiness } from "#lib/http/readiness";
import type { Finding } from "./finding";

/** Whether the database answers, knows this build's tables, and has somebody who does its jobs. */
export async function checkDatabase(): Promise<Finding[]> {
  const { checks } = await checkReadiness();
  if (checks.database !== "ok")
    return [{ what: "Database", state: "failed", found: "does not answer", advice: "check DATABASE_URL" }];
  const well: Finding = { what: "Database", state: "well", found: "answers" };
  const schema: Finding =
    checks.schema === "ok"
      ? { what: "Tables", state: "well", found: "those of this build" }
      : checks.schema === "older"
        ? { what: "Tables", state: "failed", found: "older than this build", advice: "run npm start once" }
        : { what: "Tables", state: "failed", found: "newer than this build", advice: "update this checkout" };
  const jobs: Finding =
    checks.jobs === "ok"
      ? { what: "Jobs", state: "well", found: "none waits too long" }
      : { what: "Jobs", state: "failed", found: "wait for a worker", advice: "start the worker: npm start" };
  return [well, schema, jobs];
}

/** Whether live updates reach the hub, ours or a hosted one. */
export async function checkLive(running: boolean): Promise<Finding[]> {
  const { hosted, host } = env().PUSHER;
  const what = hosted ? "Pusher" : "Live updates";
  if (!hosted && !running)
    return [{ what, state: "skipped", found: "the hub is part of the web process", advice: "npm start" }];
  const { checks } = await checkReadiness();
  if (checks.live === "ok") return [{ what, state: "well", found: hosted ? `${host} answers` : "the hub answers" }];
  const advice = hosted ? "check PUSHER_* against the service's own page" : "look into the web process's log";
  return [{ what, state: "failed", found: "no answer", advice }];
}
