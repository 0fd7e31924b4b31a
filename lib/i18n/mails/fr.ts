import type { en } from "./en";

export const fr: typeof en = {
  code: {
    subject: (code: string) => `${code} est votre code pour Comptoir`,
    typeIt: "Saisissez ce code dans la fenêtre où vous l’avez demandé. Il sert une seule fois, pendant dix minutes.",
    notYou:
      "Si vous ne l’avez pas demandé, ne faites rien\u202f: personne ne peut se connecter sans lui. Ne le donnez à personne.",
    why: "Vous recevez ce message parce que quelqu’un a demandé un code pour cette adresse.",
  },
  answer: {
    subject: (shop: string) => `${shop} vous a répondu`,
    text: (shop: string) => `Vous avez écrit à ${shop} et vous étiez parti(e) avant la réponse. Elle est là.`,
    private: "Ce qui a été écrit reste dans le chat et ne figure pas dans cet e-mail.",
    open: "Lire la réponse",
    why: (shop: string) =>
      `Vous recevez ce message parce que vous avez écrit à ${shop} et que cette adresse est bien la vôtre. ${shop} ne voit pas qui le lit.`,
    stop: (shop: string) => `Ne plus recevoir ces e-mails de ${shop}`,
    permissions: (shop: string) => `Ce que ${shop} peut vous envoyer`,
  },
  pause: {
    subject: (page: string) => `${page} ne peut plus rien envoyer sur Messenger`,
    text: (page: string) =>
      `Facebook n’accepte rien de ${page} pour le moment. Les réglages disent pourquoi, et le réparent d’un geste.`,
    waits: "Ce qui est écrit entre-temps est gardé et partira une fois la connexion réparée, si le délai le permet.",
    mend: "Réparer la connexion",
    why: (shop: string) =>
      `Vous recevez cet e-mail parce que vous êtes propriétaire ou administrateur de ${shop}. Il n’est envoyé qu’une fois par pause.`,
  },
};
