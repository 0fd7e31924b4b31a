import { ListMessages } from "#lib/conversations/input";
import { listMessages } from "#lib/conversations/load-thread";
import { apiRoute } from "#lib/http/api-route";

export const GET = apiRoute(ListMessages, listMessages, {
  names: { conversation: "conversationId" },
  numbers: ["after", "before", "around"],
});
