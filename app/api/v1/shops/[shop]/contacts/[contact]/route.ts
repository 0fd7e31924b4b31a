import { loadContact, OneContact } from "#lib/contacts/load-contact";
import { apiRoute } from "#lib/http/api-route";
import { listOrdersOfContact } from "#lib/orders/list-orders-of-contact";

export const GET = apiRoute(
  OneContact,
  async (actor, input) => {
    const contact = await loadContact(actor, input);
    return { contact, orders: await listOrdersOfContact(actor, { contactId: contact.id }) };
  },
  { names: { contact: "contactId" } },
);
