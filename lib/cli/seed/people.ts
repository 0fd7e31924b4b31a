/** The people one can be in the sandbox's login dialog; `id` is what its `/me` gives. */
export const PEOPLE = [
  { id: "10001", name: "Léa Moreau", email: "lea@maisonpivoine.example", note: "owner" },
  { id: "10002", name: "Karim Benali", email: "karim@maisonpivoine.example", note: "agent" },
  { id: "10003", name: "Tom Hughes", email: "tom@maisonpivoine.example", note: "agent" },
  { id: "10004", name: "Amélie Laurent", email: "amelie@example.com", note: "shopper" },
  { id: "10005", name: "Hugo Petit", email: "hugo@example.com", note: "shopper" },
  { id: "10006", name: "Priya Shah", email: "priya@example.com", note: "shopper" },
  { id: "10007", name: "Camille Roux", email: "camille@example.com", note: "shopper" },
  { id: "10008", name: "Sarah Whitfield", email: "sarah@example.com", note: "shopper" },
  { id: "10009", name: "Thomas Girard", email: "thomas@example.com", note: "shopper" },
  { id: "10010", name: "Nina Kowalski", email: "nina@example.com", note: "shopper" },
  { id: "10011", name: "Inès Benomar", email: "ines@example.com", note: "shopper" },
  { id: "10012", name: "Daniel Okafor", email: "daniel@example.com", note: "shopper" },
  { id: "10013", name: "Grace Hartley", email: "grace@hartleyfinch.example", note: "owner" },
  { id: "10014", name: "Zoé Martin", email: "zoe@example.com", note: "nobody" },
] as const;

export type PersonName = (typeof PEOPLE)[number]["name"];
