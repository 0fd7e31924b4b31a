import { loadBulk } from "#lib/conversations/bulk/control-bulk";
import { OneBulk } from "#lib/conversations/bulk/input";
import { apiRoute } from "#lib/http/api-route";

export const GET = apiRoute(OneBulk, loadBulk, { names: { change: "bulkChangeId" } });
