import type { en } from "./en";

export const fr: typeof en = {
  stopped: (shop: string, url: string) =>
    `${shop} ne vous enverra plus d’offres, de suivi de commande ni d’autres messages. Écrivez ici quand vous voulez\u202f: on vous répond. Pour les autoriser à nouveau\u202f: ${url}`,
  offerEnds: (url: string) => `Ne plus recevoir d’offres\u202f: ${url} ou répondez STOP`,
};
