import { pluralFor } from "../../plural";
import type { me as source } from "../en/me";

const count = pluralFor("fr");

export const me: typeof source = {
  title: "Mes autorisations",
  hello: (name: string) => `Bonjour ${name}`,
  signInTitle: "Voyez ce que vos boutiques peuvent vous envoyer",
  signInText:
    "Connectez-vous comme dans le chat de la boutique. Vous verrez ici ce que vous avez accepté, depuis quand, et pourrez le retirer.",
  account: (name: string) => `Compte de ${name}`,
  signOut: "Se déconnecter",
  lead: (n: number) =>
    count(n, "Une boutique peut vous contacter.", "# boutiques peuvent vous contacter.") +
    " Retirez un accord et la boutique l’apprend aussitôt : elle ne peut plus vous envoyer ce genre de message.",
  leadNone: "Aucune boutique ne peut vous contacter. Elles vous répondent toujours quand vous leur écrivez.",
  noShops: "Aucune boutique ne vous connaît encore",
  noShopsText: "Écrivez à une boutique dans son chat et connectez-vous : elle apparaît ici, avec ce que vous acceptez.",
  lastMessage: (when: string) => `Dernier message ${when}`,
  noMessage: "Aucun message encore",
  withdraw: "Retirer",
  withdrawOne: (purpose: string) => `Retirer : ${purpose}`,
  withdrawAll: "Tout retirer",
  withdrawAllTitle: (shop: string) => `Tout retirer à ${shop} ?`,
  withdrawAllText: (shop: string) =>
    `${shop} ne pourra plus vous écrire de sa propre initiative. La boutique répondra toujours quand vous écrivez. Ce qui a été envoyé reste où il est.`,
  withdrawnAll: (shop: string) => `Toutes les autorisations sont retirées. ${shop} le sait.`,
  withdrawn: (name: string, shop: string) => `${name} : accord retiré. ${shop} le sait.`,
  allowed: (name: string, shop: string) => `${name} : accord donné. ${shop} le sait.`,
  notChanged: "Pas de connexion. Rien n’a changé. Réessayez.",
  switchOf: (name: string, shop: string) => `${name}, ${shop}`,
  since: (when: string) => `Depuis ${when}`,
  youRead: "Vous avez lu : « <words/> »",
  neverGiven: "Jamais accepté",
  acts: {
    connect_dialog: "à la connexion",
    chat_card: "dans le chat",
    my_permissions: "sur cette page",
    stop_word: "en écrivant STOP",
    checkout: "au moment du paiement",
    login_connect: "en vous connectant au site de la boutique avec Facebook",
    expiry: "après trop longtemps sans nouvelles",
    import: "d’une liste de la boutique",
  },
  keepSigned: "Garder une copie signée",
  history: (n: number, since: string) => `${count(n, "# réponse", "# réponses")} depuis ${since}`,
  records: {
    granted: "Accepté",
    refreshed: "Accepté de nouveau",
    withdrawn: "Retiré",
    objected: "Opposition",
    expired: "Terminé",
    refused: "Pas maintenant",
  },
};
