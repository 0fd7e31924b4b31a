import { log } from "#lib/core/log";
import { type Controls, readControls } from "../messenger/controls";
import { recordWire, type WireCheck } from "../messenger/wire";
import { batchWith } from "./batch";
import type { Answer, Call } from "./call";
import { FacebookError, methodUnsupported, pathUnknown } from "./facebook-error";
import { orFail } from "./fail-calls";
import { LostAnswer } from "./lost-answer";
import { metaJson } from "./meta-json";
import { checkRates } from "./rate-limits";
import { authorization, Parameters, readParameters } from "./read-parameters";
import { checkProof, type Holder, readToken } from "./read-token";
import { findRoute } from "./routes";
import { usageHeaders } from "./usage";

const VERSION = /^v\d{1,2}\.\d$/;
const METHODS = ["GET", "POST", "DELETE"] as const;

type Method = (typeof METHODS)[number];
const isMethod = (name: string): name is Method => METHODS.some((one) => one === name);

type Crossing = { call: Call; check: WireCheck; holder: Holder | null };

/** Finds the call and checks what every call checks: method and proof; the token when it is asked for. */
function open(request: Request, path: string, parameters: Parameters, controls: Controls): [Answer, Crossing] {
  const route = findRoute(path);
  const method = (parameters.text("method") ?? request.method).toUpperCase();
  const credentials = {
    token: authorization(request, "Bearer") ?? authorization(request, "OAuth") ?? parameters.text("access_token"),
    proof: parameters.text("appsecret_proof"),
    proofTime: parameters.text("appsecret_time"),
  };
  const crossing: Crossing = {
    holder: null,
    check: "no_proof",
    call: {
      request,
      method,
      path,
      named: route?.named ?? {},
      parameters,
      controls,
      wire: { kind: route?.pattern.replace(":", "") ?? path, about: null, who: null },
      holder: async () => {
        crossing.holder ??= await readToken(credentials.token, controls.now);
        return crossing.holder;
      },
    },
  };
  const answer: Answer = async (call) => {
    if (path === "" && method === "POST") return batchWith(answerGraph)(call);
    if (!route) throw pathUnknown(path);
    const run = isMethod(method) ? route.methods[method] : undefined;
    if (!run) throw methodUnsupported(method);
    crossing.check = "proof_wrong";
    const proven = checkProof(credentials, controls.now, controls.delivery.strict && path !== "oauth/access_token");
    crossing.check = proven ? "proof_ok" : "no_proof";
    if (controls.delivery.strict) await checkRates(call);
    return orFail(call, () => run(call));
  };
  return [answer, crossing];
}

function json(body: unknown, status: number, more: Record<string, string> = {}): Response {
  const headers = { "content-type": "application/json; charset=UTF-8", "cache-control": "private, no-store", ...more };
  return new Response(metaJson(body), { status, headers });
}

function refusalOf(problem: unknown): FacebookError {
  if (problem instanceof FacebookError) return problem;
  log.error({ err: problem }, "The sandbox's Graph API failed");
  return new FacebookError(2, "An unexpected error has occurred. Please retry your request later.");
}

async function record({ call, check }: Crossing, status: number, refusal: FacebookError | null): Promise<void> {
  await recordWire({
    at: call.controls.now,
    way: "out",
    method: call.method,
    path: new URL(call.request.url).pathname,
    ...call.wire,
    check: refusal && refusal.code === 10 ? "not_sent_on" : check,
    status,
    code: refusal && [refusal.code, refusal.subcode].filter((one) => one !== undefined).join("/"),
  });
}

/**
 * Answers one call below `/sandbox/graph`; a version in front of the path is accepted and makes no difference. Every
 * call is written to the list of what crossed.
 */
export async function answerGraph(request: Request, path: string[]): Promise<Response> {
  const [first = "", ...rest] = path;
  const name = (VERSION.test(first) ? rest : path).join("/");
  const controls = await readControls();
  let unreadable: unknown;
  const parameters = await readParameters(request).catch((problem: unknown) => {
    unreadable = problem;
    return new Parameters([]);
  });
  const [answer, crossing] = open(request, name, parameters, controls);
  try {
    if (unreadable) throw unreadable;
    const body = await answer(crossing.call);
    await record(crossing, 200, null);
    return json(body, 200, await usageHeaders(crossing.holder));
  } catch (problem) {
    if (problem instanceof LostAnswer) {
      await record(crossing, problem.status, null);
      return problem.response();
    }
    const refusal = refusalOf(problem);
    await record(crossing, refusal.status, refusal);
    return json(refusal.body(), refusal.status, await usageHeaders(crossing.holder));
  }
}
