import { pluralFor } from "../../plural";
import type { teams as source } from "../en/teams";

const count = pluralFor("fr");

export const teams: typeof source = {
  title: "Équipes",
  yours: "Vos équipes",
  lead: "Qui partage quoi. Une conversation confiée à une équipe y attend qu’un membre la prenne.",
  none: "Pas encore d’équipe.",
  noneText: "Créez-en une pour les personnes qui répondent aux mêmes questions, comme les livraisons.",
  create: "Nouvelle équipe",
  change: (name: string) => `Modifier ${name}`,
  changeTitle: "Modifier cette équipe",
  edit: "Modifier",
  remove: "Supprimer l’équipe",
  removeTitle: (name: string) => `Supprimer ${name} ?`,
  removeText:
    "Ses conversations restent à qui s’en occupe. Celles dont personne ne s’occupe redeviennent non attribuées.",
  removed: (name: string) => `Équipe ${name} supprimée`,
  saved: (name: string) => `Équipe ${name} enregistrée`,
  name: "Nom",
  who: "Qui en fait partie",
  members: (n: number) => count(n, "# membre", "# membres"),
  nobody: "Personne n’en fait encore partie",
  kind: "équipe",
  team: (name: string) => `Équipe ${name}`,
  waits: (name: string) => `Attend l’équipe ${name}`,
  heldIn: (person: string, name: string) => `Attribuée à ${person}, équipe ${name}`,
  assignTo: (name: string) => `Attribuer à l’équipe ${name}`,
  noTeam: "Aucune équipe",
  holder: "Attribuée à",
  takesNew: "Les nouvelles conversations vont à cette équipe, et à aucune autre",
  newOnes: "Nouvelles conversations",
  inTurn: "Distribuer à tour de rôle",
  cap: "Conversations ouvertes par personne, au plus",
  inTurnHint:
    "Ce qui est confié à l’équipe, ou lui revient, va à la personne disponible qui en a le moins. Si personne ne l’est, l’équipe le garde en attente.",
  upTo: (n: number) => `À tour de rôle, ${n} par personne au plus`,
  availability: "Disponibilité",
  available: "Disponible",
  away: "Indisponible",
  beAvailable: "Passer disponible",
  goAway: "Passer indisponible",
  nowAvailable: "Vous êtes disponible",
  nowAway: "Vous êtes indisponible",
  youHold: (n: number) =>
    count(
      n,
      "Vous avez # conversation ouverte. Confiez-la, ou gardez-la jusqu’à votre retour.",
      "Vous avez # conversations ouvertes. Confiez-les, ou gardez-les jusqu’à votre retour.",
    ),
  handTo: "À qui",
  backWhere: "D’où elles viennent : leur équipe, sinon Non attribuées",
  keepThem: "Les garder",
  handOver: "Confier",
  handed: (n: number) => count(n, "# conversation confiée", "# conversations confiées"),
};
