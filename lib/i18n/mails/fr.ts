import { pluralFor } from "../plural";
import type { en } from "./en";

const count = pluralFor("fr");

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
  digest: {
    subject: (shop: string) => `${shop}\u202f: où en est la boutique`,
    text: (shop: string) => `Voici où en est ${shop}.`,
    waiting: (n: number, longest: string) =>
      count(
        n,
        `#\u00a0conversation attend, depuis ${longest}`,
        `#\u00a0conversations attendent, la plus ancienne depuis ${longest}`,
      ),
    mine: (n: number) => count(n, "Dont # à vous", "Dont # à vous"),
    ending: (n: number) =>
      count(n, "#\u00a0délai de réponse se termine aujourd’hui", "#\u00a0délais de réponse se terminent aujourd’hui"),
    mentions: (n: number) =>
      count(
        n,
        "#\u00a0note du dernier jour vous nomme et reste sans réponse",
        "#\u00a0notes du dernier jour vous nomment et restent sans réponse",
      ),
    failed: (n: number) => count(n, "#\u00a0message n’est pas parti", "#\u00a0messages ne sont pas partis"),
    open: "Ouvrir la boîte",
    why: (shop: string) => `Vous recevez cet e-mail parce que vous l’avez choisi comme membre de ${shop}.`,
    stop: "Ne plus recevoir ces e-mails",
  },
};
