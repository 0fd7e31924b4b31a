import { z } from "zod";
import { DAY, now } from "#lib/core/clock";
import { GraphError } from "../graph";
import type { OpenPage } from "../page-of";
import { type PageFacts, readPage } from "./graph-pages";
import { hasNeededFields, isAppSubscribed, readPageFields } from "./graph-subscriptions";
import { readToken, type TokenFacts } from "./graph-tokens";
import { NEEDED_SCOPES } from "./scopes";
import { pauses, TROUBLES, type Trouble, troubleOf } from "./troubles";

/** How long before its end a token is said to end. */
const TOKEN_WARNING_MS = 7 * DAY;
const ACCESS_WARNING_MS = 14 * DAY;

/** A permission is missing. Source: Messenger error table. */
const FORBIDDEN = new Set([10, 200]);

/** What asking Facebook about a Page brought; what could not be asked is missing. */
export type Findings = { troubles: Trouble[]; token?: TokenFacts; page?: PageFacts; fields?: string[] };

/**
 * Asks Facebook how a Page's connection is: its token, its scopes, the Page itself, and both levels of the webhook. A level
 * that was lost is so until Facebook says that it is not.
 */
export async function findTroubles(page: OpenPage): Promise<Findings> {
  const { token, pageId } = page;
  if (token === null) return { troubles: endedBefore(page) };
  const facts = await ask(
    () => readToken(token),
    () => "unreachable",
  );
  if ("trouble" in facts) return { troubles: [...keptTroubles(page), facts.trouble] };
  if (!facts.value.valid) return { token: facts.value, troubles: [troubleOfToken(facts.value)] };
  const [shown, fields, app] = await Promise.all([
    ask(() => readPage(token)),
    ask(() => readPageFields(pageId, token)),
    ask(isAppSubscribed, () => "unreachable"),
  ]);
  const held = new Set<string>(page.troubles.map(({ key }) => key));
  const failures = [shown, fields, app].flatMap((one) => ("trouble" in one ? [one.trouble] : []));
  const found = new Set<Trouble>([...ofToken(facts.value), ...failures]);
  if ("value" in fields ? !hasNeededFields(fields.value) : held.has("subscription_lost"))
    found.add("subscription_lost");
  if ("value" in app ? !app.value : held.has("app_subscription_lost")) found.add("app_subscription_lost");
  return {
    troubles: TROUBLES.filter((one) => found.has(one)),
    token: facts.value,
    ...("value" in shown ? { page: shown.value } : {}),
    ...("value" in fields ? { fields: fields.value } : {}),
  };
}

type Blame = (error: GraphError) => Trouble;

/** A refusal of the Page's token blames the Page; one of the app's own token never does. */
const blamePage: Blame = (error) => {
  if (error.code !== null && FORBIDDEN.has(error.code)) return troubleOf(error) ?? "scopes_missing";
  return troubleOf(error) ?? "unreachable";
};

async function ask<T>(run: () => Promise<T>, blame = blamePage): Promise<{ value: T } | { trouble: Trouble }> {
  try {
    return { value: await run() };
  } catch (error) {
    if (error instanceof GraphError) return { trouble: blame(error) };
    if (error instanceof z.ZodError) return { trouble: "unreachable" };
    throw error;
  }
}

function endedBefore(page: OpenPage): Trouble[] {
  const known = TROUBLES.filter((one) => pauses(one) && page.troubles.some(({ key }) => key === one));
  return known.length > 0 ? known : ["token_ended"];
}

/** While Facebook cannot be asked, what was wrong before is still taken to be. */
function keptTroubles(page: OpenPage): Trouble[] {
  return TROUBLES.filter((one) => one !== "unreachable" && page.troubles.some(({ key }) => key === one));
}

function troubleOfToken({ error, expiresAt }: TokenFacts): Trouble {
  const named = error && troubleOf({ code: 190, subcode: error.subcode });
  if (named && named !== "token_ended") return named;
  return expiresAt && expiresAt < now() ? "token_expired" : "token_ended";
}

function ofToken({ scopes, expiresAt, dataAccessExpiresAt }: TokenFacts): Trouble[] {
  const within = (end: Date | null, warning: number) => end !== null && end.getTime() - now().getTime() < warning;
  return [
    ...(NEEDED_SCOPES.every((scope) => scopes.includes(scope)) ? [] : (["scopes_missing"] as const)),
    ...(within(expiresAt, TOKEN_WARNING_MS) ? (["token_expiring"] as const) : []),
    ...(within(dataAccessExpiresAt, ACCESS_WARNING_MS) ? (["access_expiring"] as const) : []),
  ];
}
