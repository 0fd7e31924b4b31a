/** What a contact is called and speaks, changed beside the conversation. */
export const editContact = {
  open: "Change name and language",
  title: "Name and language",
  name: "Name",
  language: "Language",
  unknown: "Not known",
  saved: "Name and language saved",
};
