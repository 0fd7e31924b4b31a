import { ListConversations } from "#lib/conversations/input";
import { listConversations } from "#lib/conversations/list-conversations";
import { apiRoute } from "#lib/http/api-route";

export const GET = apiRoute(ListConversations, listConversations, { numbers: ["limit"] });
