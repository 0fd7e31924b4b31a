import type { editContact as source } from "../en/edit-contact";

export const editContact: typeof source = {
  open: "Modifier le nom et la langue",
  title: "Nom et langue",
  name: "Nom",
  language: "Langue",
  unknown: "Inconnue",
  saved: "Nom et langue enregistrés",
};
