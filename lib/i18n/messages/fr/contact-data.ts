import { pluralFor } from "../../plural";
import type { contactData as source } from "../en/contact-data";

const count = pluralFor("fr");

export const contactData: typeof source = {
  title: "Données et demandes",
  text: "Ce qui a été demandé au sujet de ces données, et la date limite de réponse.",
  exportAll: "Exporter les données",
  asPage: "Page lisible",
  asJson: "JSON",
  exported: "Remise notée. Le téléchargement commence.",
  erase: "Effacer",
  eraseTitle: (name: string) => `Effacer tout ce qui concerne ${name} ?`,
  eraseText:
    "Messages, fichiers, identités et coordonnées disparaissent partout et définitivement. La preuve des accords et les montants des commandes restent, comme la loi le demande.",
  erasing: (name: string) => `L’effacement de ${name} a commencé.`,
  erasedOn: (when: string) => `Effacé le ${when}. Seuls la preuve des accords et les montants des commandes restent.`,
  objection: {
    open: "Noter une opposition",
    text: "Pour ce qui a été dit par téléphone, par e-mail, par courrier ou au comptoir. Elle vaut aussitôt, aussi pour ce qui attend, et seule la personne peut accepter à nouveau.",
    against: "Ne veut plus de",
    way: "Dit",
    ways: { phone: "par téléphone", mail: "par e-mail", letter: "par courrier", in_person: "de vive voix" },
    day: "Le",
    said: "Ce qui a été dit",
    saidHint:
      "Gardé comme preuve dans l’historique des accords, même après un effacement\u202f: n’écrivez que le nécessaire.",
    recorded: (name) => `C’est noté. ${name} n’en recevra plus.`,
    told: (way, day) => `Dit ${way} le ${day}`,
  },
  record: "Noter une demande",
  recordText:
    "Pour ce qui est venu par lettre, par e-mail ou au comptoir. Le mois court à partir du jour de réception.",
  recordKind: "Ce qui a été demandé",
  recordDay: "Reçue le",
  recorded: (due: string) => `Demande notée. À faire avant le ${due}.`,
  kinds: { access: "Une copie des données", erasure: "L’effacement" },
  origins: {
    me: "demandé dans Mes autorisations",
    member: "noté par l’équipe",
    retention: "effacé d’office\u202f: la durée de conservation était écoulée",
  },
  dueBy: (when: string) => `à faire avant le ${when}`,
  overdue: (when: string) => `en retard depuis le ${when}`,
  doneOn: (when: string) => `fait le ${when}`,
  progress: (percent: number) => `effacement, ${percent} % terminé`,
  extend: "Deux mois de plus…",
  extendTitle: "Prolonger de deux mois ?",
  extendText: "Seulement si c’est complexe, et la personne doit en connaître la raison maintenant.",
  extendReason: "La raison donnée à la personne",
  extendDo: "Prolonger",
  extended: (due: string) => `Délai prolongé. À faire avant le ${due}.`,
  extendedBecause: (reason: string) => `Prolongé : ${reason}`,
  none: "Rien n’a été demandé.",
  open: (n: number) => count(n, "Une demande est ouverte", "# demandes sont ouvertes"),
  someone: "Quelqu’un sans nom",
};
