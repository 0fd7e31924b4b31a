import { loadWriting } from "#lib/connect/load-writing";
import { OneConversation } from "#lib/conversations/input";
import { apiRoute } from "#lib/http/api-route";

export const GET = apiRoute(OneConversation, loadWriting, { names: { conversation: "conversationId" } });
