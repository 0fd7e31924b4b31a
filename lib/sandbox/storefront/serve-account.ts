import { z } from "zod";
import { invalid } from "#lib/core/errors";
import { newToken } from "#lib/core/ids";
import { readForm } from "../read-form";
import { type Pending, readPending, writeCustomer, writePending } from "./customer";
import { tellLogin } from "./deliver-login";
import { customerOfCode, loginAddress } from "./facebook-login";
import { drawAccount } from "./pages/account";
import { cookieOf, pageOf, readOwnCookie, type Serve, seeOther } from "./serve";

const LoginForm = z.strictObject({ back: z.enum(["/account", "/checkout"]), visitor: z.string().max(400) });
const Answer = z.object({ state: z.string().max(100), code: z.string().max(1_000).optional() });

/** Who is logged in here, or the way to log in. */
export const serveAccount: Serve = async (visit) => pageOf(drawAccount(visit));

/** Begins a login: what comes back is known by the cookie this sets, which only this browser has. */
export const serveLoginForm: Serve = async (_visit, request) => {
  const form = LoginForm.safeParse(await readForm(request));
  if (!form.success) throw invalid("login");
  const pending: Pending = { ...form.data, state: newToken(), verifier: newToken() };
  const location = loginAddress(pending);
  const headers = { location, "set-cookie": cookieOf("login", writePending(pending)) };
  return new Response(null, { status: 303, headers });
};

/**
 * Ends a login that came back from Facebook, cancelled or not: once, and only in the browser that began it. The shop
 * is told who logged in and whether she may be written to.
 */
export const serveLoginAnswer: Serve = async (visit, request) => {
  const pending = readPending(readOwnCookie(request, "login"));
  const answer = Answer.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!pending || !answer.success || answer.data.state !== pending.state) throw invalid("login");
  if (!answer.data.code) return seeOther(pending.back, cookieOf("login", ""));
  const customer = await customerOfCode(answer.data.code, pending.verifier);
  await tellLogin(customer, pending.visitor, visit.locale);
  return seeOther(pending.back, cookieOf("login", ""), cookieOf("customer", writeCustomer(customer)));
};

/** Forgets the customer in this browser. */
export const serveLogoutForm: Serve = async () => seeOther("/account", cookieOf("customer", ""));
