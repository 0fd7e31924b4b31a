import { listSavedReplies } from "#lib/conversations/list-saved-replies";
import { ListSavedReplies } from "#lib/conversations/saved-reply-input";
import { apiRoute } from "#lib/http/api-route";

export const GET = apiRoute(ListSavedReplies, listSavedReplies);
