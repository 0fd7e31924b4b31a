import { serveBackOffice, serveBackOfficeForm } from "#lib/sandbox/storefront/serve-back-office";
import { door } from "../door";

export const GET = door(serveBackOffice);
export const POST = door(serveBackOfficeForm);
