import { apiRoute } from "#lib/http/api-route";
import { loadExport, OneExport } from "#lib/privacy/contact-export/load-export";

export const GET = apiRoute(OneExport, loadExport, { names: { export: "exportId" } });
