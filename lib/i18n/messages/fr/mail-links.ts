import type { mailLinks as source } from "../en/mail-links";

export const mailLinks: typeof source = {
  answerTitle: "Votre réponse",
  answered: (shop: string) => `${shop} vous a répondu`,
  opensOnly: "Ce lien ouvre cette conversation sur cet appareil, et rien d’autre.",
  open: "Lire la réponse",
  over: "Ce lien ne fonctionne plus",
  overText: "Il a pris fin, ou il est incomplet. Ouvrez le chat de la boutique pour lire la suite.",
  stopOverText:
    "Il est incomplet. Connectez-vous à Mes autorisations pour mettre fin aux e-mails d’une boutique, et à tout ce qu’elle peut vous envoyer.",
  digestOverText: "Il est incomplet. Vous arrêtez l’e-mail du jour dans votre menu, à votre comptoir.",
  stopTitle: "Plus d’e-mails",
  stopAsk: (shop: string) => `Ne plus recevoir d’e-mails de ${shop}\u202f?`,
  stopText: (shop: string) =>
    `Les réponses de ${shop} vous attendront alors seulement dans le chat. Vous pouvez toujours y écrire.`,
  stop: "Arrêter ces e-mails",
  stopped: "E-mails arrêtés",
  stoppedText: (shop: string) => `Vous ne recevrez plus d’e-mails au sujet des réponses de ${shop}.`,
  digestAsk: (shop: string) => `Ne plus recevoir l’e-mail du jour de ${shop}\u202f?`,
  digestText: "Vous pourrez le choisir à nouveau dans votre menu.",
  digestStopped: (shop: string) => `Vous ne recevrez plus l’e-mail du jour de ${shop}.`,
};
