import { env } from "#lib/core/env";

/** Whether this installation can send mail; where it cannot, nothing that needs it is offered. */
export function mailIsOn(): boolean {
  return env().MAIL !== null;
}
