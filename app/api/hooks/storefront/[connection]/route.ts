import { z } from "zod";
import { notFound } from "#lib/core/errors";
import { answer } from "#lib/http/api-route";
import { clientAddress } from "#lib/http/client-address";
import { limitForged } from "#lib/http/limit";
import { readBody } from "#lib/http/read-body";
import { MAX_DELIVERY_BYTES, receiveStorefront } from "#lib/orders/receive-storefront";

type Context = { params: Promise<{ connection: string }> };

export function POST(request: Request, context: Context): Promise<Response> {
  return answer(request, async () => {
    const id = z.uuid().safeParse((await context.params).connection);
    if (!id.success) throw notFound("connection");
    const body = await readBody(request, MAX_DELIVERY_BYTES);
    const { headers } = request;
    const delivery = {
      connectionId: id.data,
      signature: headers.get("x-comptoir-signature"),
      deliveryId: headers.get("x-comptoir-delivery"),
      body,
    };
    return Response.json(await limitForged(clientAddress(request), () => receiveStorefront(delivery)));
  });
}
