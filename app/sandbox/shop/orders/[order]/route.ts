import { serveOrder } from "#lib/sandbox/storefront/serve-pages";
import { door } from "../../door";

export const GET = door(serveOrder);
