import { loadBulkMessage } from "#lib/conversations/bulk-messages/control-bulk-message";
import { OneBulkMessage } from "#lib/conversations/bulk-messages/input";
import { apiRoute } from "#lib/http/api-route";

export const GET = apiRoute(OneBulkMessage, loadBulkMessage, { names: { message: "bulkMessageId" } });
