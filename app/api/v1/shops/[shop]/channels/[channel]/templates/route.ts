import { OneChannel } from "#lib/channels/messenger/history/input";
import { listTemplates } from "#lib/channels/messenger/templates/create-template";
import { apiRoute } from "#lib/http/api-route";

export const GET = apiRoute(OneChannel, listTemplates, { names: { channel: "channelId" } });
