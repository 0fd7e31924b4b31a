import { serveCheckout, serveCheckoutForm } from "#lib/sandbox/storefront/serve-checkout";
import { door } from "../door";

export const GET = door(serveCheckout);
export const POST = door(serveCheckoutForm);
