import type { sendRefusals as refusals, messengerSend as source } from "../en/messenger-send";

export const sendRefusals: typeof refusals = {
  stop_word: "{name} a écrit STOP le {date}. Vous pourrez répondre dès que {name} écrira de nouveau.",
  by_herself: "La personne seule demande ce lien, dans le menu de Messenger.",
  stop_over: "Cette personne a de nouveau autorisé des messages\u202f: il n’y a rien à confirmer.",
  contact_unreachable:
    "Messenger indique que {name} n’est pas joignable : {name} a peut-être bloqué la Page ou quitté Facebook. Vous pourrez répondre dès que {name} écrira.",
  channel_disconnected:
    "Cette Page n’est plus connectée. Reconnectez-la dans Réglages, Messenger, ou écrivez par un autre moyen.",
  human_agent_missing:
    "Le délai de réponse est terminé depuis {ago}, et l’application de cette Page ne peut pas répondre plus tard. Vous pourrez dès que {name} écrira.",
  offers_not_allowed: "{name} n’a pas accepté les offres. Demandez-le dans la conversation, ou retirez l’offre.",
  offers_expired: "L’accord de {name} pour les offres a pris fin le {date}. Demandez-le dans la conversation.",
  offers_objected: "{name} s’est opposé(e) aux offres le {date}. Seul(e) {name} peut les accepter à nouveau.",
  offers_suppressed: "{name} s’était opposé(e) aux offres. Seul(e) {name} peut les accepter à nouveau.",
  grant_by_member: "Seule la personne elle-même peut donner son accord. Demandez-le dans la conversation.",
  offers_cap: "Les offres à {name} sont limitées. La prochaine pourra partir le {date}.",
  offers_slowed:
    "Des messages de la boutique ont été signalés : les offres partent deux fois moins souvent. La prochaine à {name} pourra partir le {date}. Réglages, Signalements explique comment revenir à la normale.",
  offers_stopped:
    "Des messages de la boutique ont été trop souvent signalés : aucune offre ne part jusqu’au {date}. Les réponses, les reçus et le suivi de commande partent toujours. Réglages, Signalements explique comment revenir à la normale.",
  payment_by_hand: "Seul un membre peut demander un paiement.",
  satisfaction_asked:
    "{name} a déjà reçu la question il y a peu, ou n’a pas encore écrit. Attendez avant de la reposer.",
  no_address:
    "{name} n’a pas encore écrit dans Messenger. Proposez le lien vers Messenger ; vous pourrez répondre dès que {name} écrira.",
  first_message_used:
    "L’unique message que permet la connexion est parti. Vous pourrez écrire de nouveau dès que {name} répondra.",
  first_message_late:
    "L’unique message que permet la connexion pouvait partir jusqu’au {date}. Vous pourrez écrire dès que {name} écrira.",
  messenger_too_long:
    "Ce message compte {n} caractères ; Messenger en accepte {max} au plus. Raccourcissez-le, ou envoyez-le en plusieurs fois.",
  messenger_attachment_alone:
    "Dans Messenger, les fichiers partent sans texte, et seules les images partent ensemble. Envoyez l’un, puis l’autre.",
  messenger_offer_words:
    "Dans Messenger, une offre ne contient que du texte, suivi du moyen de l’arrêter. Envoyez le fichier dans un autre message.",
  reaction_late:
    "Messenger n’accepte plus de réaction une fois le délai de réponse terminé. Écrivez plutôt une réponse.",
  template_in_messenger_only: "Les modèles ne partent que par Messenger. Écrivez plutôt un message.",
  card_picture_kind: "Ce fichier n’est pas une image qu’une carte peut montrer. Choisissez-en un autre.",
  card_needs_more: "En plus de son titre, une carte doit avoir une deuxième ligne, une image ou un bouton.",
  too_many_attachments: "Un message accepte dix fichiers au plus. Envoyez le reste dans un autre.",
  attachment_unknown: "Ce fichier n’est plus là. Choisissez-le de nouveau.",
  attachment_too_large: "Ce fichier dépasse {max} Mo. Envoyez-en un plus petit, ou un lien.",
  attachment_type:
    "Ce type de fichier ne peut pas être envoyé. Les images, sons, vidéos, PDF et documents bureautiques le peuvent.",
  nothing_to_retry: "Ce message est parti ou en route. Regardez encore avant de le renvoyer.",
};

export const messengerSend: typeof source = {
  problems: {
    outside_window:
      "Non envoyé : le délai de réponse est terminé. Un membre peut répondre pendant sept jours ; ensuite, dès que la personne écrira.",
    not_allowed_now: "Non envoyé : ce n’était plus permis quand son tour est venu.",
    unreachable:
      "Non envoyé : Messenger indique que cette personne n’est pas joignable. Vous pourrez répondre dès qu’elle écrira.",
    unknown_person: "Non envoyé : Messenger ne connaît pas cette personne sur cette Page.",
    reply_refused: "Non envoyé : cette personne n’accepte pas les réponses de cette Page.",
    other_app: "Non envoyé : une autre application tient cette conversation. Reprenez-la sur Facebook, puis réessayez.",
    page_restricted:
      "Non envoyé : Facebook a restreint cette Page pour le moment. Voyez la qualité de la Page sur Facebook.",
    page_messages_off:
      "Non envoyé : les messages de cette Page sont désactivés sur Facebook. Activez-les, puis réessayez.",
    terms_open:
      "Non envoyé : Facebook demande d’abord d’accepter ses conditions pour cette Page. Un ou une propriétaire le fait sur Facebook.",
    permission_missing:
      "Non envoyé : Facebook ne permet plus à cette application d’écrire pour la Page. Reconnectez-la dans Réglages, Messenger.",
    in_development:
      "Non envoyé : tant que Facebook n’a pas examiné l’application, seules les personnes qui y ont un rôle peuvent recevoir des messages.",
    connection_lost: "En attente : la connexion à cette Page a pris fin. Il partira quand la Page sera reconnectée.",
    rate_limited: "En attente : Messenger demande à cette Page de ralentir. Il partira tout seul.",
    too_soon: "Non envoyé\u202f: Messenger demande plus de temps entre deux messages de ce genre. Réessayez plus tard.",
    platform_busy: "Non envoyé : Messenger n’a pas fonctionné pendant un moment. Réessayez.",
    not_accepted: "Non envoyé : Messenger n’a pas accepté ce message. Modifiez-le et renvoyez-le.",
    file_too_large: "Non envoyé : Messenger a trouvé le fichier trop lourd. Envoyez-en un plus petit, ou un lien.",
    file_refused: "Non envoyé : Messenger n’a pas pu utiliser ce fichier. Essayez un autre type.",
    file_missing: "Non envoyé : le fichier n’est plus là. Joignez-le de nouveau.",
    template_missing:
      "Non envoyé : le modèle pour le suivi de commande n’est pas approuvé. Attendez que la personne écrive.",
    unconfirmed: "Messenger n’a pas dit si ce message est arrivé. Regardez sur Facebook avant de le renvoyer.",
    disconnected: "Non envoyé : cette Page n’est plus connectée. Reconnectez-la dans Réglages, Messenger.",
    unknown: "Non envoyé : Messenger l’a refusé sans raison connue. Réessayez.",
  },
  orderNews: {
    preparing: "elle est en préparation",
    shipped: "elle est en route",
    delivered: "elle a été livrée",
    problem: "elle rencontre un problème",
    refunded: "elle a été remboursée",
    cancelled: "elle a été annulée",
  },
};
