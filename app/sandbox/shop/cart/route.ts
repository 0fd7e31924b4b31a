import { serveCart, serveCartForm } from "#lib/sandbox/storefront/serve-cart";
import { door } from "../door";

export const GET = door(serveCart);
export const POST = door(serveCartForm);
