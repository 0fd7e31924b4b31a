import { AppError, STATUS } from "#lib/core/errors";
import { requireSameOrigin } from "#lib/http/same-origin";
import { gated } from "#lib/sandbox/gate";
import { SandboxRefused } from "#lib/sandbox/messenger/refused";

const CONFLICT = 409;

/**
 * A route of the Messenger page: answers JSON that nobody keeps. What Messenger itself does not let one do is 409 with
 * its reason; another site's page may change nothing.
 */
export function door(answer: (request: Request) => Promise<Response>) {
  return gated(async (request: Request) => {
    try {
      if (request.method !== "GET") requireSameOrigin(request);
      return await answer(request);
    } catch (problem) {
      if (problem instanceof SandboxRefused) return Response.json({ reason: problem.reason }, { status: CONFLICT });
      if (problem instanceof AppError) return Response.json({ reason: problem.key }, { status: STATUS[problem.code] });
      throw problem;
    }
  });
}

/** Input as its schema has it; AppError invalid where it is not. */
export function parsed<T>(outcome: { success: true; data: T } | { success: false }): T {
  if (!outcome.success) throw new AppError("invalid", "invalid");
  return outcome.data;
}
