import type { securityLog as source } from "../en/security-log";

const roles = { agent: "agent", admin: "admin", owner: "propriétaire" };
type Named = keyof typeof roles;
const withRole = (role?: Named) => (role ? ` (${roles[role]})` : "");

export const securityLog: typeof source = {
  title: "Journal de sécurité",
  lead: "Qui a changé les droits de qui, et à qui un accès a été refusé. Visible des seuls propriétaires ; personne ne peut le modifier.",
  empty: "Rien pour l’instant.",
  earlier: "Entrées précédentes",
  latest: "Revenir aux plus récentes",
  clock: "Comptoir",
  acts: {
    denied: ({ role }) =>
      role === "owner"
        ? "s’est vu refuser une action réservée aux propriétaires"
        : "s’est vu refuser une action interdite aux agents",
    member_invited: ({ role }) => `a créé un lien d’invitation${withRole(role)}`,
    invitation_cancelled: ({ role }) => `a annulé une invitation${withRole(role)}`,
    member_joined: ({ role }) => `a rejoint l’équipe${withRole(role)}`,
    role_changed: ({ about, role }) => `a changé le rôle de ${about}${withRole(role)}`,
    member_removed: ({ about }) => `a retiré ${about} de l’équipe`,
    sessions_ended: ({ n = 1 }) => (n === 1 ? "a terminé une session" : `a terminé ${n} sessions`),
    connection_made: ({ name = "" }) => `a relié la vitrine ${name}`,
    channel_connected: ({ name = "" }) => `a connecté la Page ${name}`,
    channel_disconnected: ({ name = "" }) => `a déconnecté la Page ${name}`,
    identity_key_made: ({ name = "" }) => `a créé la clé ${name}, qui dit qui est connecté`,
    identity_key_ended: ({ name = "" }) => `a mis fin à la clé ${name}, qui disait qui est connecté`,
    identity_enforced: () => "n’accepte plus dans le chat que les noms signés",
    identity_waived: () => "accepte dans le chat les noms que personne n’a signés",
    chat_published: () => "a publié l’apparence du chat, ses textes et les sites où il s’affiche",
    contacts_exported: () => "a exporté des contacts dans un fichier",
    contacts_imported: ({ n = 0 }) =>
      n === 1 ? "a importé un contact d’un fichier" : `a importé ${n} contacts d’un fichier`,
    import_undone: () => "est revenu sur un import de contacts",
    times_changed: ({ name = "" }: { name?: string }) =>
      `a réglé la durée de conservation en mois des messages, des contacts et des clients\u202f: ${name}`,
    time_over: ({ n = 0, messages = 0 }: { n?: number; messages?: number }): string =>
      `a effacé ce qui était gardé depuis assez longtemps (messages\u202f: ${messages}, contacts\u202f: ${n})`,
  },
};
