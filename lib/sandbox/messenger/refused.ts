/** Why a person's act is impossible in Messenger itself; `reason` is a word the page has a sentence for. */
export class SandboxRefused extends Error {
  override readonly name = "SandboxRefused";
  readonly reason: "offline" | "blocked" | "absent" | "too_late" | "empty" | "not_yours" | "not_held";

  constructor(reason: SandboxRefused["reason"]) {
    super(`Messenger does not let one do this: ${reason}`);
    this.reason = reason;
  }
}
