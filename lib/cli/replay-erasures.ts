import { replayErasures } from "#lib/privacy/replay-erasures";
import { withDatabase } from "./with-database";

/**
 * `npm run replay-erasures`: after a backup was put back, erases again everybody it brought back. Run again it goes on
 * where it stopped, and with nobody left it changes nothing.
 */
export async function run(): Promise<number> {
  return withDatabase(async () => {
    const erased = await replayErasures();
    process.stdout.write(erased === 0 ? "Nobody who was erased is back.\n" : `Erased again: ${erased}.\n`);
    return 0;
  });
}
