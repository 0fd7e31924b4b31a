import { checkDatabase, checkLive } from "./doctor/check-base";
import { checkErasures } from "./doctor/check-erasures";
import { checkApp, checkWebhook } from "./doctor/check-facebook";
import { checkFiles, checkFilesOrigin } from "./doctor/check-files";
import { checkLedger } from "./doctor/check-ledger";
import { checkPages } from "./doctor/check-pages";
import { checkRetention } from "./doctor/check-retention";
import { type Finding, line } from "./doctor/finding";
import { withDatabase } from "./with-database";

/**
 * `npm run doctor`: tries the database, the files, the permission ledgers, the erasures, the retention, the live updates, the Facebook
 * app, its webhook and every connected Page, and says for each how it is and what to do. Leaves everything as it was.
 * Answers the exit code: 1 when something must be mended.
 */
export async function run(): Promise<number> {
  return withDatabase(async ({ database, settings, running }) => {
    process.stdout.write(`Comptoir at ${settings.PUBLIC_URL}, ${running ? "running" : "not running"}\n\n`);
    const findings = await examine(database.ownerUrl, running);
    const failed = findings.filter(({ state }) => state === "failed").length;
    process.stdout.write(`\n${failed === 0 ? "Nothing to mend." : `${failed} to mend.`}\n`);
    return failed === 0 ? 0 : 1;
  });
}

async function examine(ownerUrl: string, running: boolean): Promise<Finding[]> {
  const findings: Finding[] = [];
  const say = (found: Finding[]) => {
    for (const finding of found) process.stdout.write(`${line(finding)}\n`);
    findings.push(...found);
  };
  say(await checkDatabase());
  say(await checkFiles());
  say(await checkLedger());
  say(await checkErasures());
  say(await checkRetention());
  say(await checkLive(running));
  say(await checkFilesOrigin(running));
  const app = await checkApp(running);
  say(app);
  say(await checkWebhook(running));
  if (app.every(({ state }) => state === "well" || state === "warning")) say(await checkPages(ownerUrl));
  return findings;
}
