import { serveLoginForm } from "#lib/sandbox/storefront/serve-account";
import { door } from "../door";

export const POST = door(serveLoginForm);
