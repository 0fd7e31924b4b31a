import type { problems as source } from "../en/problems";
import { historyRefusals } from "./messenger-history";
import { profileRefusals } from "./messenger-profile";
import { sendRefusals } from "./messenger-send";
import { templateRefusals } from "./messenger-templates";

export const problems: typeof source = {
  not_found: "Il n’y a rien ici. L’élément a peut-être été retiré, ou l’adresse est incomplète.",
  unauthenticated: "Vous êtes déconnecté(e). Reconnectez-vous : ce que vous avez écrit est gardé.",
  forbidden: "Votre rôle ne le permet pas. Demandez à un ou une propriétaire de la boutique.",
  invalid: "Quelque chose ne va pas dans le formulaire. Regardez les champs marqués en rouge.",
  too_large: "C’est trop volumineux pour être envoyé. Raccourcissez, puis réessayez.",
  too_many: "Cela fait beaucoup d’un coup. Rien n’est perdu. Réessayez dans {n} secondes.",
  unavailable: "Ce n’est pas possible pour l’instant. Rien n’est perdu. Réessayez dans une minute.",
  unexpected: "Quelque chose s’est cassé chez nous. Rien n’a été envoyé. Réessayez.",

  required: "Remplissez ce champ.",
  too_short: "C’est trop court.",
  too_long: "C’est trop long.",
  invalid_url: "Ce n’est pas une adresse web. Écrivez-la comme maisonpivoine.example.",
  invalid_email: "Ce n’est pas une adresse e-mail. Écrivez-la comme amelie@mail.example.",
  invalid_slug: "Utilisez des minuscules, des chiffres et des tirets, trois au moins.",
  invalid_choice: "Choisissez un élément de la liste.",

  message_empty: "Écrivez d’abord quelque chose.",
  message_too_long:
    "Ce message compte {n} caractères ; le maximum est {max}. Raccourcissez-le, ou envoyez-le en deux fois.",
  message_nul: "Ce message contient un caractère qui ne peut pas être envoyé. Retirez-le et réessayez.",

  message_not_yours: "Seule la personne qui a écrit un message peut le modifier ou le retirer.",
  message_stays: "Un reçu, une carte ou une offre reste comme montré. Envoyez plutôt une correction.",
  message_taken_back: "Ce message a été retiré.",
  message_not_sent: "Ce message n’a pas été envoyé.",
  messenger_keeps_messages:
    "Dans Messenger, une Page ne peut ni modifier ni retirer ce qu’elle a envoyé. Envoyez plutôt une correction.",
  edit_over:
    "Un message peut être modifié pendant {n} minutes après avoir été écrit. Envoyez une correction, ou retirez-le.",

  saved_reply_changed:
    "Quelqu’un a modifié cette réponse enregistrée entre-temps. Copiez vos mots, rouvrez-la, puis enregistrez.",
  too_many_saved_replies: "Vous avez {max} réponses enregistrées, c’est le plus possible. Supprimez-en d’abord.",
  last_owner: "Une boutique a besoin d’un ou une propriétaire. Nommez d’abord quelqu’un d’autre.",
  slug_taken: "Une autre boutique a cette adresse. Choisissez-en une autre.",
  invitation_used: "Cette invitation a déjà servi. Demandez un nouveau lien à la personne qui l’a envoyée.",
  invitation_cancelled: "Cette invitation a été annulée. Demandez un nouveau lien à la personne qui l’a envoyée.",

  note_changed:
    "Quelqu’un d’autre a modifié cette note entre-temps. Fermez l’éditeur pour la voir ; vos mots sont encore ici.",
  field_changed: "Ce champ a été modifié entre-temps. Fermez l’éditeur pour le voir ; vos mots sont encore ici.",
  too_many_notes: "Une personne a {max} notes au plus. Supprimez-en une d’abord.",
  too_many_fields: "Une boutique a {max} champs au plus. Archivez-en un d’abord.",
  field_not_number: "{name} est un nombre, comme 12 ou 12.5, avec trois décimales au plus.",
  field_not_date: "{name} est un jour du calendrier, comme 2026-06-12.",
  field_not_choice: "{name} se choisit parmi : {choices}.",
  field_archived: "{name} est archivé. Propriétaires et administrateurs le rétablissent dans les réglages.",
  field_name_taken: "Il y a déjà un champ appelé « {name} ».",
  field_no_choices: "Écrivez ce que l’on peut choisir.",
  field_same_choices: "Deux des choix sont les mêmes. Changez l’un d’eux.",
  field_holds_other:
    "Un contact porte ici « {value} », que le champ ne pourrait plus contenir. Changez-le d’abord, ou gardez le type et le choix.",
  bulk_under_way: "Une modification que vous avez lancée est encore en cours. Attendez sa fin ou annulez-la.",
  bulk_message_under_way: "Un de vos messages à plusieurs contacts est encore en route. Attendez sa fin ou annulez-le.",
  bulk_message_had: "{name} l’a déjà reçu, sous un contact réuni depuis avec celui-ci.",
  bulk_message_taken_back: "Un membre de l’équipe a annulé le message destiné à {name} pendant qu’il attendait.",
  bulk_message_author_left: "Son auteur a quitté la boutique avant l’envoi à {name}.",
  bulk_message_undelivered: "Le message n’est pas arrivé à {name}. La conversation dit pourquoi.",
  bulk_message_failed:
    "Un problème est survenu de notre côté avec {name}, plusieurs fois. Écrivez dans la conversation.",
  no_conversation: "{name} ne vous a jamais écrit. Vous pourrez écrire dès que {name} le fera.",
  changed_since: "Quelqu’un l’a modifiée depuis.",
  another_open: "Une autre conversation est ouverte avec cette personne sur ce canal. Continuez là-bas.",
  unread_without_words: "Cette personne n’a encore rien écrit ici : il n’y a rien à marquer comme non lu.",
  unread_while_closed: "Une conversation fermée ou indésirable n’a rien de non lu. Rouvrez-la d’abord.",
  snooze_time: "Choisissez un moment à venir, dans un an au plus.",
  too_many_tags: "Une boutique a {max} étiquettes au plus. Réunissez-en d’abord.",
  tag_name_taken: "« {name} » est une autre étiquette. Réunissez plutôt les deux.",
  too_many_teams: "Une boutique a {max} équipes au plus. Supprimez-en une d’abord.",
  team_name_taken: "Il y a déjà une équipe « {name} ».",
  too_many_views: "Vous avez {max} vues, c’est le plus possible. Supprimez-en une d’abord.",
  tag_under_way:
    "Cette étiquette est en cours de fusion ou de suppression. Attendez la fin, ou choisissez-en une autre.",
  tag_into_itself: "Choisissez une autre étiquette.",

  service_refused:
    "{name} n’accepte pas de messages après la conversation. Vous pourrez répondre dès que {name} écrira.",
  order_updates_refused:
    "{name} n’a pas accepté le suivi de commande. Demandez-le dans la conversation, ou envoyez le reçu vous-même tant qu’elle est ouverte.",
  offers_refused: "{name} a retiré son accord pour les offres le {date}.",
  window_closed:
    "Le délai de réponse est terminé depuis {ago}. Jusqu’au {date}, une personne peut encore répondre ; pas un message automatique.",
  quiet_hours: "Les offres attendent {time}, heure de {name}. Message programmé.",

  author_left: "{name} a quitté la boutique avant l’envoi. Envoyez-le maintenant, ou laissez-le ici.",
  not_scheduled: "Ce message n’est plus programmé. Regardez à nouveau : il est peut-être parti.",

  human_window_closed:
    "Messenger ne permet plus de répondre à {name}. Vous pourrez de nouveau dès que {name} écrira ; le chat du site et l’e-mail restent possibles.",
  undo_over: "Cela fait quelques minutes. Connectez-vous dans Mes autorisations pour l’accepter à nouveau.",
  times_uncounted: "Regardez ce qu’une durée plus courte efface avant de l’enregistrer.",
  not_while_erasing:
    "Les données de {name} dans cette boutique sont en cours d’effacement : plus rien ne lui est envoyé.",
  contact_blocked: "{name} ne souhaite pas de messages de cette boutique. Vous pourrez répondre dès que {name} écrira.",
  rating_over: "Il est trop tard pour noter. Écrivez : la boutique vous lit tout de même.",
  too_many_attributes: "Une page dit {max} choses d’une cliente au plus. Retirez-en une avec null d’abord.",
  pause_until: "Choisissez un jour après aujourd’hui, dans l’année.",
  answer_in_messenger: "Cette conversation est sur Messenger. Répondez là-bas.",
  request_extended: "Cette demande a déjà été prolongée, ou elle a sa réponse. On ne prolonge qu’une fois.",
  request_overdue:
    "Le premier mois est passé : il fallait prévenir la personne avant. Répondez maintenant à la demande.",
  asked_on: "Choisissez le jour où elle est arrivée, pas un jour à venir.",
  contact_paused: "{name} a mis les messages en pause jusqu’au {date}. Vous pourrez répondre dès que {name} écrira.",
  consent_text_changed: "Le texte a changé depuis l’ouverture de cette page. Relisez-le, puis choisissez.",
  person_changed:
    "Une autre personne s’est connectée dans ce navigateur depuis l’ouverture de cette page. Rouvrez la page, puis choisissez.",
  shop_erasing: "La boutique efface ce qu’elle sait de vous. Le blocage reste jusqu’à la fin.",
  merge_two_people:
    "{name} et {other} ont chacun leur propre compte\u202f: ce sont deux personnes. Leurs fiches restent séparées.",
  contact_erased: "Les données de cette personne ont été effacées\u202f: rien ne peut plus y être réuni.",
  contact_erasing: "Les données de cette personne sont en cours d’effacement. Réessayez quand ce sera terminé.",
  csv_too_large: "Ce fichier dépasse {max}\u00a0Mo. Partagez-le en deux et importez l’un après l’autre.",
  csv_too_many:
    "Ce fichier a {n}\u00a0lignes\u202f; {max} au plus. Partagez-le en deux et importez l’un après l’autre.",
  csv_columns: "Ce fichier a plus de {max}\u00a0colonnes. Laissez de côté celles dont vous n’avez pas besoin.",
  csv_workbook:
    "C’est un classeur, pas un fichier CSV. Dans votre tableur, enregistrez-le au format CSV et choisissez ce fichier.",
  csv_no_text:
    "Ce n’est pas un fichier texte. Dans votre tableur, enregistrez-le au format CSV et choisissez ce fichier.",
  csv_empty: "Ce fichier n’a rien sous sa première ligne, qui porte les titres.",
  csv_quote:
    "Un guillemet de ce fichier est ouvert et jamais fermé\u202f: ses lignes ne se distinguent pas. Fermez-le et réessayez.",
  import_no_email: "Dites quelle colonne contient l’adresse e-mail\u202f: c’est elle qui fait reconnaître chacun.",
  import_column_twice: "Deux colonnes contiennent la même chose. Laissez-en une de côté.",
  import_no_reply: "Dites quelle colonne contient le titre et laquelle le texte.",
  import_forgotten: "Ce fichier est déjà supprimé. Choisissez-le à nouveau.",
  colour_contrast:
    "Cette couleur est trop claire : un texte n’y est pas lisible. Choisissez-en une plus foncée, à 4,5 : 1 au moins.",
  opening_order: "Terminez après le début, et laissez les ouvertures se suivre.",
  name_mixed: "Ce nom mêle des lettres de plusieurs alphabets dans un mot. Écrivez chaque mot dans un seul alphabet.",
  no_hours:
    "Donnez des horaires à un jour au moins, ou aucun horaire propre. Une absence plus longue se dit dans le menu du membre.",
  widget_changed: "Quelqu’un a publié cette page depuis que vous l’avez ouverte. Chargez la sienne, puis modifiez-la.",
  invalid_date: "Choisissez une date.",
  files_today: "Cette conversation a reçu beaucoup de fichiers aujourd’hui. Envoyez la suite demain, ou un lien.",
  messenger_unavailable: "Cette boutique n’est pas joignable sur Messenger pour le moment. Écrivez ici.",
  connect_used: "Cette fenêtre a déjà servi. Revenez à la boutique et ouvrez-la de nouveau.",
  connect_expired: "Cette fenêtre est restée ouverte trop longtemps. Revenez à la boutique et ouvrez-la de nouveau.",
  no_digest: "Aucun e-mail ne peut partir d’ici, il n’y a donc pas d’e-mail du jour.",
  address_unproven:
    "Rien ne prouve encore que votre adresse e-mail est à vous. Ouvrez à nouveau cette fenêtre et faites-y envoyer un code.",
  login_without_address: "Votre compte n’a pas d’adresse e-mail.",
  mail_off: "Aucun e-mail ne peut partir d’ici pour l’instant. Connectez-vous autrement.",
  mail_codes_spent:
    "Trois codes ont été envoyés à cette adresse en un jour sans être utilisés. Regardez dans les indésirables, ou réessayez demain.",
  mail_code_wrong: "Ce n’est pas le code du dernier e-mail. Vérifiez encore une fois.",
  mail_code_shape: "Un code a six chiffres.",
  mail_code_over: "Ce code ne fonctionne plus. Demandez-en un autre.",
  identify_refused: "Cette connexion de la boutique n’est pas valable. Reconnectez-vous à la boutique.",
  identity_keys_two: "Deux clés sont déjà valables. Mettez d’abord fin à l’une d’elles.",
  by_mail_only:
    "Cette page a été ouverte depuis un e-mail et ne montre que cette conversation. Ouvrez le chat de la boutique pour le reste.",
  answer_over:
    "Cette conversation n’est plus ouverte ici. Suivez de nouveau le lien de l’e-mail, ou ouvrez le chat de la boutique.",
  connect_code: "Cette connexion n’appartient pas à ce chat. Ouvrez-la de nouveau depuis le chat.",
  signature: "La signature ne correspond pas. Signez le corps brut avec le secret de la connexion.",
  delivery_id:
    "Envoyez un identifiant de livraison dans l’en-tête x-comptoir-delivery : 8 à 100 lettres, chiffres, - ou _.",
  not_json: "Le corps n’est pas du JSON.",
  order_shape: "La commande n’a pas la forme convenue : voyez {field}.",
  wrong_origin: "Cette demande ne vient pas de ce site. Rouvrez la page et recommencez.",
  invitation_unknown: "Cette invitation n’existe pas. Vérifiez le lien, ou demandez-en un nouveau.",

  ...sendRefusals,
  ...historyRefusals,
  ...profileRefusals,
  ...templateRefusals,

  page_elsewhere: "{name} répond déjà dans une autre boutique. Déconnectez-la là-bas, ou choisissez une autre Page.",
  page_task:
    "Vous pouvez seulement consulter {name}. Demandez à son propriétaire sur Facebook la tâche Messages et la gestion de la Page.",
  page_scopes:
    "Facebook nous a donné {name} sans {scopes}. Connectez-vous de nouveau avec Facebook en les laissant cochées.",
  page_gone:
    "Votre connexion Facebook ne montre plus cette Page. Connectez-vous de nouveau avec Facebook et cochez-la.",
  page_disconnected: "Cette Page est déconnectée. Connectez-la d’abord.",
  facebook_login_ended: "Votre connexion Facebook est terminée. Connectez-vous de nouveau avec Facebook.",
  facebook_unreachable: "Facebook ne répond pas pour le moment. Rien n’a changé. Réessayez dans une minute.",
  facebook_refused:
    "Facebook a refusé (son numéro est {n}). Vérifiez la Page, ou connectez-vous de nouveau avec Facebook.",
  signed_request: "Cette demande n’est pas signée par Facebook.",
};
