import { z } from "zod";
import { log } from "#lib/core/log";
import { parseJson } from "#lib/core/parse-json";
import { open, seal } from "#lib/core/seal";

const CONTEXT = "storefront-customer";

/** Who is logged in at the storefront: Facebook's id of her for its app, her name, and whether the shop may write. */
const Customer = z.strictObject({
  loginId: z.string().regex(/^\d{1,30}$/),
  name: z.string().min(1).max(120),
  email: z.string().max(254),
  optedIn: z.boolean(),
});
export type Customer = z.output<typeof Customer>;

/** What a login carries through Facebook and back, in a cookie that only we can read. */
const Pending = z.strictObject({
  state: z.string().length(43),
  verifier: z.string().length(43),
  back: z.enum(["/account", "/checkout"]),
  visitor: z.string().max(400),
});
export type Pending = z.output<typeof Pending>;

function read<T>(schema: z.ZodType<T>, cookie: string | undefined): T | null {
  if (!cookie) return null;
  try {
    return schema.safeParse(parseJson(Buffer.from(open(decodeURIComponent(cookie), CONTEXT)))).data ?? null;
  } catch (error) {
    log.debug({ err: error }, "a cookie of the storefront does not open");
    return null;
  }
}

const write = (value: object) => encodeURIComponent(seal(JSON.stringify(value), CONTEXT));

/** The customer a cookie names; null when it was not made here. */
export const readCustomer = (cookie: string | undefined): Customer | null => read(Customer, cookie);
export const writeCustomer = (customer: Customer): string => write(customer);

/** The login a cookie carries; null when it was not made here. */
export const readPending = (cookie: string | undefined): Pending | null => read(Pending, cookie);
export const writePending = (pending: Pending): string => write(pending);
