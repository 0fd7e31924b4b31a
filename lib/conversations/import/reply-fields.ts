/** What a column of a file of saved replies may hold. */
export const REPLY_FIELDS = ["title", "body"] as const;
export type ReplyField = (typeof REPLY_FIELDS)[number];

/** The headings by which each is known, in plain words, English and French; those of other inboxes among them. */
export const REPLY_HEADINGS: Readonly<Record<ReplyField, readonly string[]>> = {
  title: [
    ...["title", "name", "shortcut", "short code", "shortcode", "macro", "macro name", "subject"],
    ...["titre", "nom", "raccourci", "objet", "intitule"],
  ],
  body: [
    ...["body", "words", "text", "content", "message", "reply", "response", "answer", "canned response", "comment"],
    ...["texte", "contenu", "reponse", "corps", "reponse type"],
  ],
};
