import { ChangedSince } from "#lib/conversations/input";
import { listChangedConversations } from "#lib/conversations/list-changed-conversations";
import { apiRoute } from "#lib/http/api-route";

export const GET = apiRoute(ChangedSince, listChangedConversations);
