import type { shop as source } from "../en/shop";

export const shop: typeof source = {
  create: {
    pageTitle: "Créer votre boutique",
    title: "Créez votre boutique",
    lead: "Un seul formulaire, et votre comptoir est ouvert.",
    formLabel: "Créer votre boutique",
    name: "Nom que voient vos clients",
    address: "Adresse de votre comptoir",
    free: "Libre",
    taken: "Déjà prise",
    checking: "Vérification",
    website: "Site de votre boutique",
    websiteHint: "Le bouton de chat ne marche que là. Laissez vide si vous n’en avez pas encore.",
    timeZone: "Fuseau horaire",
    currency: "Devise",
    languages: "Langues dans lesquelles vous répondez",
    submit: (name: string) => (name ? `Créer ${name}` : "Créer la boutique"),
    next: "Ensuite : poser le bouton sur votre boutique. Vous en êtes propriétaire ; invitez les autres après.",
  },
  roles: { owner: "Propriétaire", admin: "Admin", agent: "Agent" },
  switcher: "Changer de boutique",
  nav: {
    main: "Navigation principale",
    inbox: "Messages",
    contacts: "Contacts",
    orders: "Commandes",
    settings: "Réglages",
    more: "Plus",
  },
  signOut: "Se déconnecter",
};
