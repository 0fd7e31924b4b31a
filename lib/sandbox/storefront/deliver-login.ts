import { eq } from "drizzle-orm";
import { z } from "zod";
import { database } from "#db/client";
import { outsideShops } from "#db/in-shop";
import { sandboxStorefronts } from "#db/schema/sandbox";
import { now } from "#lib/core/clock";
import { newId } from "#lib/core/ids";
import { log } from "#lib/core/log";
import { addJob } from "#lib/jobs/add-job";
import type { Customer } from "./customer";
import { STOREFRONT_PAGE, STOREFRONT_SHOP, storefrontOrigin } from "./origin";
import { postSigned } from "./post-signed";

/** The immediate try has this long, in milliseconds, before the queued job makes its own. */
const HEAD_START = 5_000;

const Login = z.strictObject({
  loginId: z.string(),
  name: z.string(),
  optedIn: z.boolean(),
  at: z.iso.datetime(),
  pageId: z.string(),
  locale: z.enum(["en", "fr"]),
  textVersion: z.string(),
  page: z.string(),
  visitor: z.string().nullable(),
});

/** A login still to be told, and the id of its delivery, the same at every try. */
export const DeliverSandboxLogin = z.strictObject({ login: Login, delivery: z.uuid() });
type Delivery = z.output<typeof DeliverSandboxLogin>;

/** Posts a login to Comptoir, signed. The same delivery again is harmless there. Throws when it was not taken in. */
export async function deliverLogin({ login, delivery }: Delivery): Promise<void> {
  const [storefront] = await database()
    .select()
    .from(sandboxStorefronts)
    .where(eq(sandboxStorefronts.shopSlug, STOREFRONT_SHOP));
  if (storefront) await postSigned(storefront, { event: "login.connected", login }, delivery);
}

/** Tells Comptoir that a customer logged in: queues the job that is the guarantee, then tries at once. */
export async function tellLogin(customer: Customer, visitor: string, locale: "en" | "fr"): Promise<void> {
  const { loginId, name, optedIn } = customer;
  const at = now();
  const payload: Delivery = {
    delivery: newId(),
    login: {
      loginId,
      name,
      optedIn,
      at: at.toISOString(),
      pageId: STOREFRONT_PAGE,
      locale,
      textVersion: "facebook-login-connect",
      page: `${storefrontOrigin()}/account`,
      visitor: visitor || null,
    },
  };
  const runAt = new Date(at.getTime() + HEAD_START);
  await outsideShops((tx) => addJob(tx, "deliverSandboxLogin", payload, { key: payload.delivery, runAt }));
  await deliverLogin(payload).catch((problem: unknown) =>
    log.warn({ err: problem }, "A login of the demo storefront waits to be delivered"),
  );
}
