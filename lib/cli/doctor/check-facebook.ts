import { randomInt } from "node:crypto";
import { z } from "zod";
import { callGraph, GraphError } from "#lib/channels/messenger/graph";
import { callbackUrl, isAppSubscribed } from "#lib/channels/messenger/pages/graph-subscriptions";
import { appToken } from "#lib/channels/messenger/pages/graph-tokens";
import { loginRedirect } from "#lib/channels/messenger/pages/start-login";
import { env } from "#lib/core/env";
import { guardedFetch, OutboundRefused } from "#lib/core/outbound";
import type { Finding } from "./finding";

const App = z.object({ id: z.string(), name: z.string().optional() });

/** Codes for a wrong app id or secret. Source: Messenger reference §1.2. */
const WRONG_APP = new Set([1, 101, 190]);

/** The sandbox plays Facebook, and it is part of the web process. */
const usesSandbox = (): boolean => env().FACEBOOK.dialogUrl.startsWith(env().PUBLIC_URL);
const numbers = ({ code, subcode }: GraphError) => [code, subcode].filter((one) => one !== null).join("/");

/** Whether Facebook knows the app by its id and secret. */
export async function checkApp(running: boolean): Promise<Finding[]> {
  const what = "Facebook app";
  if (usesSandbox() && !running)
    return [{ what, state: "skipped", found: "the sandbox is part of the web process", advice: "npm start" }];
  try {
    const { clientId } = env().FACEBOOK;
    const { id, name } = App.parse(
      await callGraph({ path: clientId, token: appToken(), query: { fields: "id,name" } }),
    );
    const redirect: Finding = {
      what: "Facebook Login",
      state: usesSandbox() ? "well" : "warning",
      found: `comes back to ${loginRedirect()}`,
      ...(usesSandbox() ? {} : { advice: "it must stand in the app's valid OAuth redirect addresses, to the letter" }),
    };
    return [{ what, state: "well", found: `${name ?? "the app"} (${id})` }, redirect];
  } catch (error) {
    if (!(error instanceof GraphError || error instanceof z.ZodError)) throw error;
    if (error instanceof GraphError && error.code !== null)
      return [
        {
          what,
          state: "failed",
          found: `Facebook refused (${numbers(error)})`,
          advice: WRONG_APP.has(error.code)
            ? "check FACEBOOK_CLIENT_ID and FACEBOOK_CLIENT_SECRET against the app's basic settings"
            : "see the app's dashboard",
        },
      ];
    return [
      { what, state: "failed", found: "Facebook does not answer", advice: "check the way out to GRAPH_BASE_URL" },
    ];
  }
}

/** Whether our webhook answers at its public address, and whether the app's own subscription leads there. */
export async function checkWebhook(running: boolean): Promise<Finding[]> {
  if (usesSandbox() && !running)
    return [{ what: "Webhook", state: "skipped", found: "answered by the web process", advice: "npm start" }];
  return [await checkChallenge(), await checkSubscription()];
}

async function checkChallenge(): Promise<Finding> {
  const what = "Webhook address";
  const challenge = String(randomInt(1_000_000_000, 2_000_000_000));
  const url = new URL(callbackUrl());
  url.searchParams.set("hub.mode", "subscribe");
  url.searchParams.set("hub.verify_token", env().FACEBOOK.verifyToken);
  url.searchParams.set("hub.challenge", challenge);
  if (url.protocol !== "https:" && !usesSandbox())
    return { what, state: "failed", found: callbackUrl(), advice: "Facebook calls https only: set PUBLIC_URL" };
  try {
    const { status, body } = await guardedFetch(url);
    if (status === 200 && body.toString("utf8") === challenge)
      return { what, state: "well", found: `${callbackUrl()} answers the challenge` };
    if (status === 403)
      return {
        what,
        state: "failed",
        found: "another verify token is used there",
        advice: "give every process the same FACEBOOK_VERIFY_TOKEN or AUTH_SECRET",
      };
    return { what, state: "failed", found: `answers ${status}`, advice: "PUBLIC_URL must lead to this Comptoir" };
  } catch (error) {
    if (!(error instanceof OutboundRefused)) throw error;
    const advice = "start Comptoir, and make PUBLIC_URL reachable from outside";
    return { what, state: "failed", found: `not reached (${error.reason})`, advice };
  }
}

async function checkSubscription(): Promise<Finding> {
  const what = "Webhook subscription";
  try {
    if (await isAppSubscribed()) return { what, state: "well", found: "the app sends what happens on Pages here" };
    return {
      what,
      state: "warning",
      found: "the app does not send here yet",
      advice: "connect a Page, or press Reconnect on one, under Settings, Messenger",
    };
  } catch (error) {
    if (!(error instanceof GraphError || error instanceof z.ZodError)) throw error;
    return { what, state: "failed", found: "could not be read", advice: "see the line of the Facebook app" };
  }
}
