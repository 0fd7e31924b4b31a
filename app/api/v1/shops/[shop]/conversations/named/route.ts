import { FindConversations, findConversations } from "#lib/conversations/find-conversations";
import { apiRoute } from "#lib/http/api-route";

export const GET = apiRoute(FindConversations, findConversations);
