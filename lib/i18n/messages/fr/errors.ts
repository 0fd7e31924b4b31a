import type { errors as source } from "../en/errors";

export const errors: typeof source = {
  notFoundTitle: "Il n’y a rien à cette adresse",
  notFoundText: "L’élément a peut-être été retiré, ou l’adresse est incomplète.",
  brokenTitle: "Quelque chose s’est cassé chez nous",
  brokenText:
    "Ce que vous avez écrit est gardé là où c’était. Cette page revient d’elle-même dès que possible ; vous pouvez aussi réessayer maintenant.",
  reference: (digest: string) => `Référence pour l’assistance : ${digest}`,
  home: "Aller à votre comptoir",
};
