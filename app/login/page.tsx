import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { z } from "zod";
import { env } from "#lib/core/env";
import { safeRedirect } from "#lib/http/auth-options";
import { currentPerson } from "#lib/http/session";
import { listSandboxLogins } from "#lib/shops/list-sandbox-logins";
import { getMessages } from "../_i18n/server";
import { LoginPanel } from "./_parts/login-panel";

const Query = z.object({
  callbackUrl: z.string().max(2_000).catch("/"),
  error: z.string().max(60).nullable().catch(null),
  /** Somebody else wants to sign in: the page is shown although a person is signed in. */
  switch: z.literal("1").optional().catch(undefined),
});

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getMessages()).login.title };
}

/** Where to go after signing in, as a path of ours. */
function pathOf(callbackUrl: string): string {
  const target = new URL(safeRedirect(callbackUrl, env().PUBLIC_URL));
  return `${target.pathname}${target.search}`;
}

/** The Connect popup has its own place for a sign-in that came to nothing: the chat that opened it is still waiting. */
function withError(path: string, error: string): string {
  return `${path}${path.includes("?") ? "&" : "?"}error=${encodeURIComponent(error)}`;
}

export default async function LoginPage({ searchParams }: { searchParams: Promise<Record<string, unknown>> }) {
  const { callbackUrl, error, switch: another } = Query.parse(await searchParams);
  const path = pathOf(callbackUrl);
  if (error && path.startsWith("/connect/")) redirect(withError(path, error));
  if (!error && !another && (await currentPerson())) redirect(path);
  return <LoginPanel callbackUrl={path} people={await listSandboxLogins()} error={error} />;
}
