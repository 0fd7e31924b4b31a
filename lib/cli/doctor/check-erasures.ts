import { listReturned } from "#lib/privacy/replay-erasures";
import type { Finding } from "./finding";

/** Whether everybody who was erased is still erased: a backup that was put back brings people back. */
export async function checkErasures(): Promise<Finding[]> {
  const what = "Erasures";
  const { listed, contacts, logins } = await listReturned();
  const returned = contacts.length + logins.length;
  if (returned === 0) return [{ what, state: "well", found: `${listed} on the list, all erased` }];
  const found = `${returned} of ${listed} are back from a backup`;
  return [{ what, state: "failed", found, advice: "run: npm run replay-erasures" }];
}
