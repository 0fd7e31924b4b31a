import { loadWriting } from "#lib/connect/load-writing";
import { LookAtComposer } from "#lib/conversations/input";
import { apiRoute } from "#lib/http/api-route";

export const GET = apiRoute(LookAtComposer, loadWriting, { names: { conversation: "conversationId" } });
