/** What a column of a file of contacts may hold. `contact` is our own id of her, as an export writes it. */
export const CONTACT_FIELDS = [
  ...(["email", "name", "first_name", "last_name", "city", "language", "objects"] as const),
  ...(["offers", "offers_since", "order_updates", "order_updates_since", "service", "service_since"] as const),
  "contact",
] as const;
export type ContactField = (typeof CONTACT_FIELDS)[number];

/** The headings by which each field is known, in plain words, English and French; our export's and Shopify's among them. */
export const CONTACT_HEADINGS: Readonly<Record<ContactField, readonly string[]>> = {
  email: [
    ...["email", "e mail", "mail", "email address", "e mail address", "customer email", "primary email"],
    ...["courriel", "adresse e mail", "adresse email", "adresse mail", "adresse courriel", "adresse electronique"],
    ...["adresse de messagerie", "email du client", "e mail du client"],
  ],
  name: [
    ...["name", "full name", "display name", "contact name", "customer", "customer name", "client", "nom complet"],
    ...["nom et prenom", "prenom et nom", "nom prenom", "nom du client", "nom"],
  ],
  first_name: ["first name", "firstname", "given name", "billing first name", "prenom"],
  last_name: [
    ...["last name", "lastname", "surname", "family name", "billing last name", "nom de famille"],
    "nom de naissance",
  ],
  city: ["city", "town", "billing city", "default address city", "ville", "localite", "commune"],
  language: ["language", "locale", "preferred language", "customer locale", "langue"],
  objects: [
    ...["unsubscribed", "unsubscribed at", "opt out", "optout", "opted out", "objected", "do not contact"],
    ...["do not email", "no offers", "blacklist", "blacklisted", "email blacklisted", "desinscrit", "desinscrite"],
    ...["desinscription", "date de desinscription", "desabonne", "desabonnee", "ne pas contacter", "opposition"],
    ...["sans offres", "refuse les offres", "liste d opposition"],
  ],
  offers: [
    ...["offers", "newsletter", "accepts marketing", "accepts email marketing", "email marketing status"],
    ...["email marketing consent", "marketing consent", "email subscriber status", "offres", "statut newsletter"],
    ...["consentement marketing", "accord pour les offres"],
  ],
  offers_since: ["offers since", "offres depuis"],
  order_updates: ["order updates", "suivi de commande"],
  order_updates_since: ["order updates since", "suivi de commande depuis"],
  service: ["service"],
  service_since: ["service since", "service depuis"],
  contact: ["contact", "contact id"],
};
