import { OneConversation } from "#lib/conversations/input";
import { loadDrafts } from "#lib/conversations/load-drafts";
import { apiRoute } from "#lib/http/api-route";

export const GET = apiRoute(OneConversation, loadDrafts, { names: { conversation: "conversationId" } });
