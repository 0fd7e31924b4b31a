import { log } from "#lib/core/log";
import { exchangeCode } from "../login/exchange-code";
import {
  appUnknown,
  codeMissing,
  FacebookError,
  grantUnsupported,
  methodUnsupported,
  pathUnknown,
  redirectMissing,
  secretWrong,
} from "./facebook-error";
import { me, mePermissions } from "./me";
import { metaJson } from "./meta-json";
import { authorization, basicClient, readParameters } from "./read-parameters";
import { readToken } from "./read-token";

const VERSION = /^v\d{1,2}\.\d$/;

type Call = { request: Request; parameters: Map<string, string> };

function accessToken({ request, parameters }: Call) {
  const client = basicClient(request);
  const clientId = parameters.get("client_id") ?? client?.id;
  const clientSecret = parameters.get("client_secret") ?? client?.secret;
  const redirectUri = parameters.get("redirect_uri");
  const code = parameters.get("code");
  if ((parameters.get("grant_type") ?? "authorization_code") !== "authorization_code") throw grantUnsupported();
  if (!clientId) throw appUnknown();
  if (!clientSecret) throw secretWrong();
  if (!redirectUri) throw redirectMissing();
  if (!code) throw codeMissing();
  return exchangeCode({ clientId, clientSecret, redirectUri, code, codeVerifier: parameters.get("code_verifier") });
}

function holder({ request, parameters }: Call) {
  return readToken(
    authorization(request, "Bearer") ?? parameters.get("access_token"),
    parameters.get("appsecret_proof"),
  );
}

const CALLS: Record<string, { methods: string[]; answer: (call: Call) => Promise<unknown> }> = {
  "oauth/access_token": { methods: ["GET", "POST"], answer: accessToken },
  me: { methods: ["GET"], answer: async (call) => me(await holder(call), call.parameters.get("fields")) },
  "me/permissions": { methods: ["GET"], answer: async (call) => mePermissions(await holder(call)) },
};

async function result(request: Request, path: string[]): Promise<unknown> {
  const [first = "", ...rest] = path;
  const name = (VERSION.test(first) ? rest : path).join("/");
  const call = Object.hasOwn(CALLS, name) ? CALLS[name] : undefined;
  if (!call) throw pathUnknown(name);
  if (!call.methods.includes(request.method)) throw methodUnsupported(request.method);
  return call.answer({ request, parameters: await readParameters(request) });
}

function json(body: unknown, status: number): Response {
  const headers = { "content-type": "application/json; charset=UTF-8", "cache-control": "private, no-store" };
  return new Response(metaJson(body), { status, headers });
}

/** Answers a call below `/sandbox/graph`; a version in front of the path is accepted and makes no difference. */
export async function answerGraph(request: Request, path: string[]): Promise<Response> {
  try {
    return json(await result(request, path), 200);
  } catch (problem) {
    if (problem instanceof FacebookError) return json(problem.body(), 400);
    log.error({ err: problem }, "The sandbox's Graph API failed");
    return json(new FacebookError(1, "An unknown error occurred").body(), 500);
  }
}
