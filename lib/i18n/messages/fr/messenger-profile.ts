import { pluralFor } from "../../plural";

const count = pluralFor("fr");

export const profileRefusals = {
  profile_changed:
    "Quelqu’un d’autre a enregistré ce profil depuis que vous l’avez ouvert. Ce que vous avez écrit est gardé ici ; regardez d’abord le sien.",
  menu_needs_start: "Un menu a besoin du bouton Démarrer : activez-le, ou retirez le menu.",
  invalid_https: "Écrivez l’adresse entière, en commençant par https://.",
  menu_full: "Retirez une entrée du menu : la dernière des 20 places mène à ses autorisations.",
};

export const messengerProfile = {
  pageTitle: (page: string) => `Profil Messenger de ${page}`,
  title: "Profil Messenger",
  of: (page: string) => `Profil Messenger de ${page}`,
  lead: "Ce que l’on voit dans Messenger avant d’écrire, et le menu à côté de la zone de texte.",
  edit: "Modifier",
  states: { draft: "Non défini", pushing: "En route", live: "En ligne", failed: "Pas en ligne" },
  liveSince: (when: string) => `Confirmé par Facebook ${when}.`,
  problems: {
    resting: "Facebook permet dix changements en dix minutes. Celui-ci reprendra de lui-même.",
    page_paused:
      "La Page n’est pas connectée pour l’instant. Ce que vous avez enregistré est gardé ; enregistrez de nouveau une fois qu’elle l’est.",
    refused:
      "Facebook n’a pas accepté ce profil. Ce que vous avez écrit est gardé. Enregistrez de nouveau, ou raccourcissez-le.",
    differs: "Facebook a accepté le profil mais en montre un autre. Enregistrez de nouveau.",
    permission:
      "Facebook ne permet pas de modifier le profil de cette Page. Reconnectez la Page en laissant toutes les autorisations.",
    menu_full:
      "Un menu a de la place pour 19 de vos entrées. Retirez-en une et enregistrez : la dernière place mène à ses autorisations.",
  },
  language: "Langue du profil",
  languages: { en: "Anglais", fr: "Français" },
  everybodyElse: "Montré à toutes les personnes dont la langue n’est pas ici.",
  greeting: "Message d’accueil",
  greetingHint: "Montré avant le premier message.",
  addName: "Ajouter son prénom",
  firstName: "Amélie",
  getStarted: "Bouton Démarrer",
  getStartedText: "Commence la conversation d’un toucher, et nécessaire pour un menu.",
  /** As Messenger writes it, in the language of the profile. */
  startButton: { en: "Get Started", fr: "Démarrer" },
  questions: "Questions pour commencer",
  questionsHint: "Quatre au plus. Toucher une question l’envoie comme message.",
  question: (n: number) => `Question ${n}`,
  addQuestion: "Ajouter une question",
  menu: "Menu",
  menuHint:
    "Dix-neuf au plus. Avec le bouton Démarrer, « Mes autorisations » vient toujours en dernier : qui le touche voit aussitôt ce que vous pouvez lui envoyer. Une question arrive comme message ; un lien ouvre une page.",
  item: (n: number) => `Élément ${n} du menu`,
  addItem: "Ajouter un élément",
  itemKind: (n: number) => `Ce que fait l’élément ${n}`,
  kinds: { postback: "Question", web_url: "Lien" },
  itemAddress: (n: number) => `Adresse de l’élément ${n}`,
  moveUp: (what: string) => `Monter : ${what}`,
  moveDown: (what: string) => `Descendre : ${what}`,
  remove: (what: string) => `Retirer : ${what}`,
  moved: (what: string, place: string, of: string) => `${what} : maintenant ${place} sur ${of}`,
  left: (n: number) => count(n, "# caractère restant", "# caractères restants"),
  tooLong: (n: number) => count(n, "# caractère de trop", "# caractères de trop"),
  preview: "Aperçu",
  previewOf: (page: string) => `${page} dans Messenger`,
  previewMenu: "Menu",
  writeHere: "Message",
  save: "Enregistrer et mettre sur Facebook",
  saved: "Enregistré. En route vers Facebook.",
  unsaved: "Pas encore enregistré",
  theirs: "Montrer ce qui a été enregistré",
  mine: "Remettre le mien",
  newer: "Quelqu’un d’autre vient d’enregistrer un autre profil. Ce que vous écrivez ici est gardé.",
};
