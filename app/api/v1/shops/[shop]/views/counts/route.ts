import { countViews } from "#lib/conversations/views/count-views";
import { CountViews } from "#lib/conversations/views/input";
import { apiRoute } from "#lib/http/api-route";

export const GET = apiRoute(CountViews, countViews);
