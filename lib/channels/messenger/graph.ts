import { createHmac } from "node:crypto";
import { z } from "zod";
import { env } from "#lib/core/env";
import { guardedFetch, type OutboundAnswer, OutboundRefused } from "#lib/core/outbound";
import { GraphError, type GraphUsage } from "./graph-error";
import { readUsage } from "./graph-usage";

export { GraphError };

/** Bodies the Graph API takes: JSON, or a form with files. */
export type GraphFile = { name: string; fileName: string; contentType: string; bytes: Uint8Array };

export type GraphCall = {
  /** Below the version, without a leading slash: `me/accounts`, `<page id>/messages`. */
  path: string;
  method?: "GET" | "POST" | "DELETE";
  /** A user's, Page's or app's (`<id>|<secret>`) token. Null only where the call takes the app's own id and secret. */
  token: string | null;
  query?: Record<string, string>;
  body?: object;
  /** Sent instead of `body`, as multipart: fields (an object goes as JSON text) and files. */
  form?: { fields: Record<string, string | object>; files: GraphFile[] };
  /** Milliseconds for the whole exchange; 10,000 unless told. */
  timeoutMs?: number;
};

/** Codes after which the platform may have done what was asked. Source: Messenger error table, codes 1 and 1/1357046. */
const UNKNOWN_OUTCOME = new Set([1]);

const Refusal = z.object({
  error: z.object({
    message: z.string().default(""),
    code: z.number().int(),
    error_subcode: z.number().int().optional(),
    fbtrace_id: z.string().optional(),
  }),
});

/** Asks the Graph API and gives what it answers, parsed. Throws `GraphError`. */
export async function callGraph(call: GraphCall): Promise<unknown> {
  return (await askGraph(call)).json;
}

/** The same, with how full the rate limits are. */
export async function askGraph(call: GraphCall): Promise<{ json: unknown; usage: GraphUsage }> {
  const answer = await exchange(call);
  const usage = readUsage(answer.headers);
  const json = parse(answer);
  const refusal = Refusal.safeParse(json);
  const { status } = answer;
  if (refusal.success) {
    const { message, code, error_subcode: subcode, fbtrace_id: trace } = refusal.data.error;
    throw new GraphError({
      code,
      subcode: subcode ?? null,
      message,
      trace: trace ?? null,
      httpStatus: status,
      mayHaveArrived: UNKNOWN_OUTCOME.has(code),
      usage,
    });
  }
  if (json !== undefined && status >= 200 && status < 300) return { json, usage };
  throw failed(`The Graph API answered ${status} without a usable body.`, {
    httpStatus: status,
    mayHaveArrived: status >= 500 || status < 300,
    usage,
  });
}

/** The proof that the holder of `token` also holds the app's secret: hex HMAC-SHA256, one for each token. */
function appSecretProof(token: string): string {
  return createHmac("sha256", env().FACEBOOK.clientSecret).update(token).digest("hex");
}

async function exchange(call: GraphCall): Promise<OutboundAnswer> {
  const { FACEBOOK, GRAPH_VERSION } = env();
  const url = new URL(`${FACEBOOK.graphUrl}/${GRAPH_VERSION}/${call.path}`);
  for (const [name, value] of Object.entries(call.query ?? {})) url.searchParams.set(name, value);
  if (call.token !== null) url.searchParams.set("appsecret_proof", appSecretProof(call.token));
  const content = call.form ? await multipart(call.form) : json(call.body);
  try {
    return await guardedFetch(url, {
      method: call.method ?? (content ? "POST" : "GET"),
      headers: {
        accept: "application/json",
        ...(content ? { "content-type": content.type } : {}),
        ...(call.token === null ? {} : { authorization: `Bearer ${call.token}` }),
      },
      ...(content ? { body: content.body } : {}),
      ...(call.timeoutMs === undefined ? {} : { timeoutMs: call.timeoutMs }),
    });
  } catch (cause) {
    if (!(cause instanceof OutboundRefused)) throw cause;
    throw failed(`The Graph API was not reached: ${cause.reason}.`, { mayHaveArrived: cause.mayHaveArrived, cause });
  }
}

function json(body: object | undefined) {
  return body && { type: "application/json", body: JSON.stringify(body) };
}

async function multipart({ fields, files }: NonNullable<GraphCall["form"]>) {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields))
    form.set(name, typeof value === "string" ? value : JSON.stringify(value));
  for (const { name, fileName, contentType, bytes } of files)
    form.set(name, new Blob([Uint8Array.from(bytes)], { type: contentType }), fileName);
  const encoded = new Response(form);
  const type = encoded.headers.get("content-type") ?? "";
  return { type, body: new Uint8Array(await encoded.arrayBuffer()) };
}

function parse({ body }: { body: Buffer }): unknown {
  try {
    return JSON.parse(body.toString("utf8"));
  } catch {
    return undefined;
  }
}

function failed(
  message: string,
  facts: { httpStatus?: number; mayHaveArrived: boolean; usage?: GraphUsage; cause?: unknown },
): GraphError {
  const unknown = { code: null, subcode: null, trace: null, httpStatus: null, usage: readUsage({}) };
  return new GraphError({ ...unknown, message, ...facts });
}
