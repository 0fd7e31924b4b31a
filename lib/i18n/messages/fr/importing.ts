import { pluralFor } from "../../plural";
import type { importing as source } from "../en/importing";

const count = pluralFor("fr");

export const importing: typeof source = {
  import: "Importer",
  chooseTitle: "Choisissez un fichier CSV",
  chooseText: "Déposez-le ici, ou choisissez-le. 20\u202f000\u00a0lignes et 10\u00a0Mo au plus.",
  choose: "Choisir un fichier",
  reads:
    "D’un tableur, d’un autre logiciel de boutique, de Shopify ou de notre propre export\u202f; la première ligne porte les titres. Rien n’est encore importé.",
  uploading: (percent) => `Envoi, ${percent}\u00a0%`,
  forgets: "Le fichier lui-même est supprimé au bout d’un jour.",
  otherFile: "Un autre fichier",
  columnsTitle: "Ce que contient chaque colonne",
  columnsText: "Reconnu d’après les titres. Changez ce qui n’est pas juste.",
  heading: "Titre",
  examples: "Commence par",
  holds: "Contient",
  holdsOf: (heading) => `Ce que contient «\u202f${heading}\u202f»`,
  noHeading: (n) => `Colonne ${n}`,
  leftOut: "Laissée de côté",
  fields: {
    email: "E-mail",
    name: "Nom complet",
    first_name: "Prénom",
    last_name: "Nom de famille",
    city: "Ville",
    language: "Langue",
    objects: "Refuse les offres (oui)",
    offers: "Offres\u202f: retiré",
    offers_since: "Offres\u202f: depuis",
    order_updates: "Suivi de commande\u202f: retiré",
    order_updates_since: "Suivi de commande\u202f: depuis",
    service: "Service\u202f: retiré",
    service_since: "Service\u202f: depuis",
    contact: "Contact, de notre export",
    title: "Titre",
    body: "Texte",
  },
  try: "Essayer sans importer",
  tryAgain: "Essayer à nouveau",
  trying: (n, total) => `Lecture de la ligne ${n} sur ${total}`,
  stopTrying: "Arrêter",
  triedTitle: "Ce que ferait l’import",
  triedText: "Rien n’est encore importé.",
  refusedTitle: "Lignes qui ne peuvent pas être prises",
  refusedLine: (line) => `Ligne ${line}`,
  refusedMore: (n) => count(n, "et une autre", "et # autres"),
  problems: {
    no_address: () => "Il n’y a pas d’adresse e-mail\u202f: un nom seul ne distingue personne.",
    bad_address: () => "L’adresse e-mail n’est pas une seule adresse comme amelie@mail.example.",
    name_too_long: () => "Le nom dépasse 120 lettres.",
    city_too_long: () => "La ville dépasse 80 lettres.",
    bad_character: () => "Elle contient un caractère qui ne peut pas être gardé.",
    twice: (about) => `La ligne ${about} a déjà la même chose.`,
    erased: () =>
      "Les données de cette personne ont été effacées. Un fichier ne la fait pas revenir\u202f; elle revient quand elle écrit.",
    erasing: () => "Les données de cette personne sont en cours d’effacement.",
    no_title: () => "Il n’y a pas de titre.",
    no_body: () => "Il n’y a pas de texte.",
    title_too_long: () => "Le titre dépasse 80 lettres.",
    body_too_long: () => "Le texte est plus long qu’un message ne peut l’être.",
    title_taken: () => "Une autre réponse enregistrée porte ce titre, avec un autre texte.",
    too_many: () => "Vous avez déjà autant de réponses enregistrées qu’il peut y en avoir.",
    unreadable: () => "Elle est illisible.",
  },
  running: (n, total) => `Ligne ${n} sur ${total} importée`,
  progress: "Avancement",
  runningText: "Vous pouvez quitter cette page, l’import continue.",
  cancel: "Arrêter l’import",
  doneTitle: "Importé",
  cancelledTitle: "Arrêté avant la fin",
  cancelledText:
    "Ce qui est importé reste. Le même fichier apportera le reste\u202f: ceux qui sont déjà là ne sont pas doublés.",
  stopped: {
    erasure:
      "Les données de quelqu’un ont été effacées, donc tous les fichiers envoyés ont été supprimés. Ce qui est importé reste. Choisissez à nouveau le fichier pour le reste.",
    time: "Le fichier a été supprimé, un jour après son arrivée. Ce qui est importé reste. Choisissez à nouveau le fichier pour le reste.",
  },
  download: "Télécharger les lignes écartées",
  downloadUntil: (when) => `jusqu’au ${when}`,
  refusedColumns: { line: "ligne", why: "pourquoi elle est écartée" },
  undo: "Revenir en arrière",
  undoTitle: "Revenir sur cet import\u202f?",
  undoing: (n) => count(n, "# retiré…", "# retirés…"),
  undoneTitle: "Retiré",
  of: {
    contacts: {
      note: "Un import n’autorise jamais rien\u202f: personne ne reçoit d’offres à cause d’un fichier. Ce qu’un fichier dit refusé ou retiré est gardé, et respecté.",
      outcomes: { fresh: "Nouveaux", joined: "Connus, complétés", unchanged: "Inchangés", refused: "Écartés" },
      outcomeTexts: {
        fresh: "deviennent des contacts",
        joined: "reçoivent ce qui manque, ou perdent une autorisation refusée",
        unchanged: "sont déjà là",
        refused: "restent dehors",
      },
      start: (n) => count(n, "Importer # contact", "Importer # contacts"),
      nothing:
        "Il n’y a rien à importer\u202f: tous ceux de ce fichier sont déjà là tels quels, ou ne peuvent pas être pris.",
      showAll: "Voir les contacts",
      undoText:
        "Les nouveaux contacts disparaissent, sauf ceux à qui quelqu’un a écrit, qui ont été réunis ou modifiés depuis, ou qui ont refusé les offres. Ce qui a été complété chez les contacts connus reste, et chaque refus aussi.",
      undone: (removed, stayed) =>
        stayed > 0
          ? `${count(removed, "# nouveau contact a disparu", "# nouveaux contacts ont disparu")}\u202f; ${count(stayed, "# reste", "# restent")}, après un échange ou un refus des offres.`
          : count(removed, "# nouveau contact a disparu.", "# nouveaux contacts ont disparu."),
    },
    saved_replies: {
      note: "Les réponses sont pour toute la boutique. Celle qui a le même titre qu’une autre est laissée de côté, pour que rien ne soit remplacé.",
      outcomes: { fresh: "Nouvelles", joined: "Complétées", unchanged: "Inchangées", refused: "Écartées" },
      outcomeTexts: {
        fresh: "deviennent des réponses enregistrées",
        joined: "reçoivent ce qui manque",
        unchanged: "sont déjà là",
        refused: "restent dehors",
      },
      start: (n) => count(n, "Importer # réponse", "Importer # réponses"),
      nothing:
        "Il n’y a rien à importer\u202f: toutes les réponses de ce fichier sont déjà là, ou ne peuvent pas être prises.",
      showAll: "Voir les réponses enregistrées",
      undoText: "Les nouvelles réponses disparaissent, sauf celles que quelqu’un a utilisées ou modifiées depuis.",
      undone: (removed, stayed) =>
        stayed > 0
          ? `${count(removed, "# nouvelle réponse a disparu", "# nouvelles réponses ont disparu")}\u202f; ${count(stayed, "# reste", "# restent")}, utilisées ou modifiées depuis.`
          : count(removed, "# nouvelle réponse a disparu.", "# nouvelles réponses ont disparu."),
    },
  },
};
