import { env } from "#lib/core/env";

/** Whether this installation has the sandbox. Where it has not, every address under /sandbox answers 404. */
export function sandboxIsOn(): boolean {
  return env().sandbox;
}

/** Lets `answer` run only where the sandbox is on. */
export function gated<Rest extends unknown[]>(answer: (request: Request, ...rest: Rest) => Promise<Response>) {
  return async (request: Request, ...rest: Rest): Promise<Response> =>
    sandboxIsOn() ? answer(request, ...rest) : new Response("Not found", { status: 404 });
}
