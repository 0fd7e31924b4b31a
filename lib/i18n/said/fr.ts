import type { en } from "./en";

export const fr: typeof en = {
  stopped: (shop: string, url: string) =>
    `${shop} ne vous enverra plus d’offres, de suivi de commande ni d’autres messages. Écrivez ici quand vous voulez\u202f: on vous répond. Pour les autoriser à nouveau\u202f: ${url}`,
  permissions: (shop: string, url: string) =>
    `Ce que ${shop} peut vous envoyer, pourquoi et depuis quand, et comment le retirer\u202f: ${url} Ce lien est à vous seul(e)\u202f: ne le transmettez pas.`,
  offerEnds: (url: string) => `Ne plus recevoir d’offres\u202f: ${url} ou répondez STOP`,
};
