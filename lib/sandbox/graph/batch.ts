import type { Answer, Call } from "./call";
import { FacebookError, parameterWrong } from "./facebook-error";
import { isJson, type Json, listAt, textAt } from "./send/shape";

const MOST = 50;

type Run = (request: Request, path: string[]) => Promise<Response>;

async function one(call: Call, item: unknown, run: Run): Promise<Json | null> {
  if (!isJson(item)) throw parameterWrong("Param batch must hold objects.");
  const relative = textAt(item.relative_url, "batch[relative_url]", 10_000).replace(/^\//, "");
  const address = new URL(relative, new URL(`/sandbox/graph/`, call.request.url));
  const header = call.request.headers.get("authorization");
  if (!address.searchParams.has("access_token"))
    for (const name of ["access_token", "appsecret_proof", "appsecret_time"]) {
      const value = call.parameters.text(name);
      if (value) address.searchParams.set(name, value);
    }
  const method = String(item.method ?? "GET").toUpperCase();
  const body = typeof item.body === "string" && method !== "GET" ? item.body : null;
  const answer = await run(
    new Request(address, {
      method,
      headers: {
        ...(header ? { authorization: header } : {}),
        ...(body === null ? {} : { "content-type": "application/x-www-form-urlencoded" }),
      },
      ...(body === null ? {} : { body }),
    }),
    address.pathname.replace("/sandbox/graph/", "").split("/"),
  );
  const headers = [...answer.headers].map(([name, value]) => ({ name, value }));
  if (item.omit_response_on_success !== false && typeof item.name === "string" && answer.ok) return null;
  return { code: answer.status, headers, body: await answer.text() };
}

/** `POST /` with `batch`: up to 50 calls in one, each with an answer of its own; one without a token
 * goes under that of the batch and its proof. Source: Batch API. */
export function batchWith(run: Run): Answer {
  return async (call) => {
    const batch = call.parameters.value("batch");
    if (batch === undefined) throw new FacebookError(2500, "Unknown path components: /");
    const answers = [];
    for (const item of listAt(batch, "batch", 1, MOST)) answers.push(await one(call, item, run));
    return answers;
  };
}
