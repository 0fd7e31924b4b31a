import { listBehind } from "#lib/privacy/retention/list-behind";
import type { Finding } from "./finding";

/** Whether every shop ended what it may hold no longer, one of the last two nights. */
export async function checkRetention(): Promise<Finding[]> {
  const what = "Retention";
  const behind = await listBehind();
  const [first, ...more] = behind;
  if (!first) return [{ what, state: "well", found: "what is over was ended in every shop" }];
  const others = more.length > 0 ? `, and ${more.length} more` : "";
  const found = `what is over was not ended for more than two nights in shop ${first}${others}`;
  return [{ what, state: "failed", found, advice: "keep the worker running at night; its log says what failed" }];
}
