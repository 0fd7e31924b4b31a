import { apiRoute } from "#lib/http/api-route";
import { OneImport } from "#lib/imports/control-import";
import { loadImport } from "#lib/imports/load-import";

export const GET = apiRoute(OneImport, loadImport, { names: { import: "importId" } });
