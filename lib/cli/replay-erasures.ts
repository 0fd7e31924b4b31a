import { replayErasures } from "#lib/privacy/replay-erasures";
import { endTimes } from "#lib/privacy/retention/end-times";
import { restoreTimes } from "#lib/privacy/retention/restore-times";
import { withDatabase } from "./with-database";

/**
 * `npm run replay-erasures`: after a backup was put back, erases again everybody it brought back, and ends again what each
 * shop holds no longer. Run again it goes on where it stopped, and with nobody left it changes nothing.
 */
export async function run(): Promise<number> {
  return withDatabase(async () => {
    const { erased, left } = await replayErasures();
    await restoreTimes();
    await endTimes();
    if (erased > 0) process.stdout.write(`Erased again: ${erased}.\n`);
    else if (left === 0) process.stdout.write("Nobody who was erased is back.\n");
    if (left > 0)
      process.stdout.write(
        `Left: ${left}, joined in this backup with somebody who was not erased. Part them in the shop, then run this again.\n`,
      );
    return left === 0 ? 0 : 1;
  });
}
