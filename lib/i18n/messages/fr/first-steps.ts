import type { firstSteps as source } from "../en/first-steps";

export const firstSteps: typeof source = {
  title: "Premiers pas",
  open: "Le comptoir est ouvert",
  lead: "La première conversation apparaîtra ici d’elle-même.",
  ready: "Préparez-vous à répondre",
  of: (done, all) => `${done} sur ${all}`,
  progress: (done, all) => `${done} étapes faites sur ${all}`,
  done: "fait",
  toDo: "à faire",
  steps: {
    button: {
      title: "Placez le bouton de chat sur votre boutique",
      text: "Collez une ligne dans vos pages, et ouvrez-y le chat une fois\u202f: cette étape se coche d’elle-même.",
    },
    greeting: {
      title: "Écrivez votre accueil, choisissez vos horaires",
      text: "Ce que le chat dit d’abord, et quand vous répondez.",
    },
    page: {
      title: "Connectez votre Page Facebook",
      text: "Les messages de Messenger arrivent dans la même boîte de réception.",
    },
    colleague: {
      title: "Invitez quelqu’un de l’équipe",
      text: "Un lien qui sert une fois\u202f; vous choisissez le rôle qu’il donne.",
    },
    reply: {
      title: "Enregistrez une réponse",
      text: "Ce que vous écrivez souvent, inséré avec une barre oblique.",
    },
    answer: {
      title: "Répondez à votre première conversation",
      text: "Ouvrez celle qui attend depuis le plus longtemps.",
    },
  },
  putAway: "Ranger cette liste",
  isAway: "Liste rangée. Elle vous attend dans les réglages.",
  settingsText: "Ce qu’une nouvelle boutique fait d’abord, tel qu’il en est. Personne ne coche rien à la main.",
  shown: "Les propriétaires et les admins la voient dans la boîte de réception jusqu’à ce que tout soit fait.",
  hidden: "Elle est rangée, hors de la boîte de réception.",
  show: "L’afficher dans la boîte de réception",
  isShown: "Affichée dans la boîte de réception jusqu’à ce que tout soit fait.",
  ownersOnly: "Les premiers pas se montrent aux propriétaires et aux admins.",
};
