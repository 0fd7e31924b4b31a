import { replayErasures } from "#lib/privacy/replay-erasures";
import { withDatabase } from "./with-database";

/**
 * `npm run replay-erasures`: after a backup was put back, erases again everybody it brought back. Run again it goes on
 * where it stopped, and with nobody left it changes nothing.
 */
export async function run(): Promise<number> {
  return withDatabase(async () => {
    const erased = await replayErasures();
    const said = { 0: "Nobody who was erased is back.", 1: "1 contact was back, and is erased again." }[erased];
    process.stdout.write(`${said ?? `${erased} contacts were back, and are erased again.`}\n`);
    return 0;
  });
}
