import type { Controls } from "../messenger/controls";
import { findPage, type SandboxPage, type Task } from "../messenger/pages";
import { objectUnknown, pageTokenNeeded, permissionMissing } from "./facebook-error";
import type { Parameters } from "./read-parameters";
import type { Holder } from "./read-token";

/** A call of the Graph API on its way to an answer. */
export type Call = {
  request: Request;
  method: string;
  /** Below the version. */
  path: string;
  /** What stood in the place of each `:name` of the route. */
  named: Record<string, string>;
  parameters: Parameters;
  controls: Controls;
  /** Who calls. Throws as `readToken` does. */
  holder: () => Promise<Holder>;
  /** What the list of what crossed says of it; a call fills in what it learns. */
  wire: { kind: string; about: string | null; who: string | null };
};

export type Answer = (call: Call) => Promise<unknown>;
export type PageHolder = Extract<Holder, { kind: "page" }>;

/** Whether a holder may use a scope on a Page: granted, and not for other Pages only. */
export function mayUse(holder: PageHolder, scope: string): boolean {
  const targets = holder.kept.targets[scope];
  return holder.scopes.includes(scope) && (targets === undefined || targets.includes(holder.pageId));
}

/**
 * The Page a call is about, by its own token. Throws 190 for another token, 100/33 for another Page, 200 when the scope
 * was not granted or the person lacks the task.
 */
export async function asPage(
  call: Call,
  scope: string,
  task: Task = "MESSAGING",
): Promise<{ page: SandboxPage; holder: PageHolder }> {
  const holder = await call.holder();
  if (holder.kind !== "page") throw pageTokenNeeded();
  const wanted = call.named.page ?? "me";
  if (wanted !== "me" && wanted !== holder.pageId) throw objectUnknown(wanted);
  if (!mayUse(holder, scope)) throw permissionMissing(scope);
  if (!holder.tasks.includes(task)) throw permissionMissing(`the ${task} task of the Page and ${scope}`);
  const page = await findPage(holder.pageId);
  if (!page) throw objectUnknown(holder.pageId);
  return { page, holder };
}
