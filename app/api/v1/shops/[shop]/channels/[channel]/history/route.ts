import { loadImport } from "#lib/channels/messenger/history/control-import";
import { OneChannel } from "#lib/channels/messenger/history/input";
import { apiRoute } from "#lib/http/api-route";

export const GET = apiRoute(OneChannel, loadImport, { names: { channel: "channelId" } });
