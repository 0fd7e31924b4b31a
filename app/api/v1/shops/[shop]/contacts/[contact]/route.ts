import { loadContact, OneContact } from "#lib/contacts/load-contact";
import { apiRoute } from "#lib/http/api-route";
import { listOrdersOfContact } from "#lib/orders/list-orders-of-contact";

export const GET = apiRoute(
  OneContact,
  async (actor, input) => ({
    contact: await loadContact(actor, input),
    orders: await listOrdersOfContact(actor, input),
  }),
  { names: { contact: "contactId" } },
);
