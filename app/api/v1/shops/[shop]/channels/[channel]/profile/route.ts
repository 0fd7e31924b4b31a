import { OneChannel } from "#lib/channels/messenger/history/input";
import { loadProfile } from "#lib/channels/messenger/profile/save-profile";
import { apiRoute } from "#lib/http/api-route";

export const GET = apiRoute(OneChannel, loadProfile, { names: { channel: "channelId" } });
