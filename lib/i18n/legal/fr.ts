import type { en } from "./en";

export const fr: typeof en = {
  updated: "En vigueur depuis le 1er novembre 2026",
  terms: {
    title: "Conditions",
    lead: "Comptoir est un comptoir où les boutiques répondent à leurs clients. Voici les règles du lieu, en mots simples.",
    sections: [
      {
        title: "À qui vous avez affaire",
        paragraphs: [
          "Comptoir est un logiciel libre sous licence MIT. La personne ou l’entreprise qui tient cette adresse décide qui peut s’en servir et en répond.",
          "Une boutique sur Comptoir répond de ce qu’elle vend et de ce qu’elle vous écrit.",
        ],
      },
      {
        title: "Si vous répondez pour une boutique",
        paragraphs: [
          "N’écrivez aux gens que comme ils l’ont permis. Comptoir refuse un message qui dépasse une autorisation, et dit pourquoi.",
          "Ne vous faites pas passer pour quelqu’un d’autre, et ne sortez pas les conversations de Comptoir pour contacter les gens autrement sans le leur demander.",
          "Un ou une propriétaire peut vous retirer d’une boutique à tout moment ; ce que vous avez écrit aux clients reste dans la conversation.",
        ],
      },
      {
        title: "Si vous écrivez à une boutique",
        paragraphs: [
          "Écrire à une boutique ne coûte rien et ne vous engage à rien. Vous donnez les autorisations une par une, et reprenez chacune quand vous voulez ; la réponse n’en sera jamais moins bonne.",
          "N’utilisez pas le chat pour menacer, insulter ou tromper.",
        ],
      },
      {
        title: "Ce qui est promis, et ce qui ne l’est pas",
        paragraphs: [
          "Un message que Comptoir dit envoyé a été conservé. Le service peut quand même tomber en panne ; personne ne promet le contraire.",
          "Le logiciel est fourni sans garantie, comme le dit sa licence. Rien ici ne vous retire un droit que la loi de votre pays vous donne.",
        ],
      },
    ],
  },
  privacy: {
    title: "Notice de confidentialité",
    lead: "Ce qui est gardé à votre sujet, pourquoi, qui le voit, et comment le faire corriger ou effacer.",
    sections: [
      {
        title: "Ce qui est gardé",
        paragraphs: [
          "Quand vous vous connectez avec Facebook : votre nom, votre photo et votre e-mail si Facebook le donne. Rien d’autre n’est demandé, et votre mot de passe ne vient jamais ici.",
          "Quand vous écrivez à une boutique : vos messages, le moment de leur envoi et de leur lecture, la page d’où vous écrivez, et les commandes que la boutique joint à la conversation.",
          "Quand vous acceptez ou refusez quelque chose : ce qui vous a été montré, votre réponse, la date, et la manière dont vous l’avez donnée. Ces lignes s’ajoutent et ne changent jamais, car elles sont votre preuve autant que celle de la boutique.",
          "Quand vous signalez un message : lequel, et pourquoi si vous le dites. La boutique apprend combien de personnes ont signalé, jamais qui. Quand vos données sont effacées, il reste seulement que quelqu’un a signalé, sans le message ni la raison.",
        ],
      },
      {
        title: "Qui le voit",
        paragraphs: [
          "Les membres de la boutique à qui vous écrivez, et aucune autre boutique. Ils ne voient votre e-mail que si vous le leur donnez.",
          "Vos données ne sont ni vendues, ni utilisées pour la publicité, ni envoyées là où vous ne l’avez pas accepté. Les pages ne chargent rien d’autres entreprises.",
        ],
      },
      {
        title: "Cookies",
        paragraphs: [
          "L’un garde votre session, un autre votre conversation avec une boutique, deux retiennent votre langue et votre thème. Aucun ne vous suit ailleurs : il n’y a donc rien à accepter.",
        ],
      },
      {
        title: "Combien de temps, et vos droits",
        paragraphs: [
          "Une conversation est gardée aussi longtemps que la boutique la garde, une session jusqu’à votre déconnexion ou son expiration.",
          "Vous pouvez voir, corriger, emporter ou faire effacer ce qui est gardé à votre sujet : demandez à la boutique à qui vous avez écrit, ou à qui tient cette adresse. Vous pouvez aussi saisir l’autorité de protection des données de votre pays.",
        ],
      },
    ],
  },
};
