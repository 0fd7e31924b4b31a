import { pluralFor } from "../../plural";

const count = pluralFor("fr");

export const historyRefusals = {
  channel_paused: "Cette Page doit d’abord être rétablie. Reconnectez-la, puis réessayez.",
};

export const messengerHistory = {
  title: "Conversations passées",
  of: (page: string) => `Conversations passées de ${page}`,
  lead: "Récupérez ce qui s’est dit sur Messenger avant la connexion de la Page. Personne ne reçoit de message et rien ne devient non lu.",
  start: "Les récupérer",
  again: "Récupérer encore",
  pause: "Suspendre",
  resume: "Reprendre",
  cancel: "Annuler",
  states: {
    counting: "Décompte",
    running: "Importation",
    resting: "En attente",
    paused: "Suspendue",
    missed: "Rattrapage en cours",
    done: "Terminée",
    cancelled: "Annulée",
    failed: "Arrêtée",
  },
  missedLead:
    "Les messages écrits pendant que la Page n’était pas connectée arrivent maintenant, comme s’ils venaient d’être reçus.",
  progress: "Avancement de l’importation",
  found: (n: number) => count(n, "# message trouvé pour l’instant", "# messages trouvés pour l’instant"),
  imported: (n: number) => count(n, "# message importé", "# messages importés"),
  importedOf: (n: string, all: string) => `${n} sur environ ${all}`,
  backTo: (date: string) => `jusqu’au ${date}`,
  nothing: "Il n’y avait rien qui ne soit déjà ici.",
  left: (time: string) => `Encore ${time} environ`,
  kept: "Ce qui est arrivé reste. Une nouvelle récupération n’apporte que ce qui manque.",
  problems: {
    resting: (time: string) => `Facebook demande de patienter. L’importation reprendra d’elle-même à ${time}.`,
    page_paused: "L’importation attend que cette Page soit reconnectée. Ce qui est arrivé reste.",
    permission:
      "Facebook ne permet pas de lire les conversations passées. Reconnectez la Page en laissant «\u202fLire les conversations passées\u202f», puis reprenez.",
    refused: "Facebook a refusé de continuer. Ce qui est arrivé reste ; reprenez pour réessayer.",
  },
};
