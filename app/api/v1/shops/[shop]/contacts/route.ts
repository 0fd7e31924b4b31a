import { ListContacts, listContacts } from "#lib/contacts/list-contacts";
import { apiRoute } from "#lib/http/api-route";

export const GET = apiRoute(ListContacts, listContacts, { numbers: ["limit"] });
