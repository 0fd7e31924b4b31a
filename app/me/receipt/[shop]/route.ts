import { z } from "zod";
import { permissionReceipt } from "#lib/connect/permission-receipt";
import { unauthenticated } from "#lib/core/errors";
import { answer } from "#lib/http/api-route";
import { readCookie } from "#lib/http/cookies";
import { parseInput } from "#lib/http/outcome";
import { SESSION_COOKIE } from "#lib/http/session";
import { findSession } from "#lib/shops/find-session";

const OneShop = z.strictObject({ shop: z.string().max(64) });

type Context = { params: Promise<{ shop: string }> };

/** What the signed-in person answered to a shop, signed, as a file to keep. */
export function GET(request: Request, context: Context): Promise<Response> {
  return answer(request, async () => {
    const token = readCookie(request, SESSION_COOKIE);
    const person = token ? await findSession(token) : null;
    if (!person) throw unauthenticated();
    const asked = { ...Object.fromEntries(new URL(request.url).searchParams), ...(await context.params) };
    const receipt = await permissionReceipt(person, parseInput(OneShop, asked).shop);
    return new Response(`${JSON.stringify(receipt, null, 2)}\n`, {
      headers: {
        "content-type": "application/json; charset=utf-8",
        "content-disposition": `attachment; filename="permissions-${receipt.said.shop.slug}.json"`,
        "cache-control": "private, no-store",
      },
    });
  });
}
