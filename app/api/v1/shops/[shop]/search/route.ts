import { SearchShop } from "#lib/conversations/search-input";
import { searchShop } from "#lib/conversations/search-shop";
import { apiRoute } from "#lib/http/api-route";

export const GET = apiRoute(SearchShop, searchShop);
