import { serveAccount } from "#lib/sandbox/storefront/serve-account";
import { door } from "../door";

export const GET = door(serveAccount);
