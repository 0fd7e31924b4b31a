import { z } from "zod";
import { env } from "#lib/core/env";
import { callGraph, GraphError } from "../graph";
import { appToken } from "./graph-tokens";
import { NEEDED_FIELDS, SUBSCRIBED_FIELDS } from "./scopes";

/** A parameter is not accepted. Source: Messenger error table. */
const FIELD_REFUSED = 100;

const Field = z.union([z.string(), z.object({ name: z.string() }).transform(({ name }) => name)]);
const AppSubscriptions = z.object({
  data: z.array(
    z.object({
      object: z.string(),
      callback_url: z.string().optional(),
      active: z.boolean().default(true),
      fields: z.array(Field).default([]),
    }),
  ),
});
const PageSubscriptions = z.object({
  data: z.array(z.object({ id: z.string().optional(), subscribed_fields: z.array(Field).default([]) })),
});

/** Where Facebook posts what happens on every Page of the app. */
export const callbackUrl = (): string => `${env().PUBLIC_URL}/api/hooks/messenger`;

const appPath = () => `${env().FACEBOOK.clientId}/subscriptions`;
const hasAll = (fields: readonly string[], wanted: readonly string[]) => wanted.every((one) => fields.includes(one));

/** Whether the app's own webhook is this server's and brings what is needed. Throws `GraphError`. */
export async function isAppSubscribed(): Promise<boolean> {
  const { data } = AppSubscriptions.parse(await callGraph({ path: appPath(), token: appToken() }));
  return data.some(
    (one) =>
      one.object === "page" && one.active && one.callback_url === callbackUrl() && hasAll(one.fields, NEEDED_FIELDS),
  );
}

/** Points the app's webhook here; the platform asks for our verify token at once. Throws `GraphError`. */
export async function subscribeApp(): Promise<void> {
  await callGraph({
    path: appPath(),
    method: "POST",
    token: appToken(),
    query: {
      object: "page",
      callback_url: callbackUrl(),
      verify_token: env().FACEBOOK.verifyToken,
      fields: SUBSCRIBED_FIELDS.join(","),
    },
  });
}

/** The fields a Page sends to this app; none when it is not subscribed. Throws `GraphError`. */
export async function readPageFields(pageId: string, token: string): Promise<string[]> {
  const { data } = PageSubscriptions.parse(await callGraph({ path: `${pageId}/subscribed_apps`, token }));
  return data.find((one) => one.id === env().FACEBOOK.clientId)?.subscribed_fields ?? [];
}

export const hasNeededFields = (fields: readonly string[]): boolean => hasAll(fields, NEEDED_FIELDS);

/**
 * Lets a Page tell this app what happens on it. Where Facebook keeps a field from the app, the needed ones alone are
 * asked for. Throws `GraphError`.
 */
export async function subscribePage(pageId: string, token: string): Promise<void> {
  const subscribe = (fields: readonly string[]) =>
    callGraph({
      path: `${pageId}/subscribed_apps`,
      method: "POST",
      token,
      query: { subscribed_fields: fields.join(",") },
    });
  try {
    await subscribe(SUBSCRIBED_FIELDS);
  } catch (error) {
    if (!(error instanceof GraphError) || error.code !== FIELD_REFUSED) throw error;
    await subscribe(NEEDED_FIELDS);
  }
}

/** Ends that. Throws `GraphError`. */
export async function unsubscribePage(pageId: string, token: string): Promise<void> {
  await callGraph({ path: `${pageId}/subscribed_apps`, method: "DELETE", token });
}
