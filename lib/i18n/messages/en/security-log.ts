const roles = { agent: "agent", admin: "admin", owner: "owner" };
type Named = keyof typeof roles;
const withRole = (role?: Named) => (role ? ` as ${roles[role]}` : "");

/** Sentences that begin after the name of who did it. `about` is the name of the member it was done to. */
export const securityLog = {
  title: "Security log",
  lead: "Who changed who may do what, and who was refused. Only owners see it, and nobody can change it.",
  empty: "Nothing yet.",
  earlier: "Earlier entries",
  latest: "Back to the latest",
  clock: "Comptoir",
  acts: {
    denied: ({ role }: { role?: Named }): string =>
      role === "owner" ? "was refused something only owners may do" : "was refused something agents may not do",
    member_invited: ({ role }: { role?: Named }) => `made an invitation link${withRole(role)}`,
    invitation_cancelled: ({ role }: { role?: Named }) => `cancelled an invitation${withRole(role)}`,
    member_joined: ({ role }: { role?: Named }) => `joined the team${withRole(role)}`,
    role_changed: ({ about, role }: { about: string; role?: Named }) => `gave ${about} a new role${withRole(role)}`,
    member_removed: ({ about }: { about: string }) => `removed ${about} from the team`,
    sessions_ended: ({ n = 1 }: { n?: number }): string => (n === 1 ? "ended a session" : `ended ${n} sessions`),
    connection_made: ({ name = "" }: { name?: string }) => `connected the storefront ${name}`,
    channel_connected: ({ name = "" }: { name?: string }) => `connected the Page ${name}`,
    channel_disconnected: ({ name = "" }: { name?: string }) => `disconnected the Page ${name}`,
    identity_key_made: ({ name = "" }: { name?: string }) => `made the key ${name} that says who is logged in`,
    identity_key_ended: ({ name = "" }: { name?: string }) => `ended the key ${name} that says who is logged in`,
    identity_enforced: () => "let the chat take signed names only",
    identity_waived: () => "let the chat take names that nobody signed",
    chat_published: () => "published how the chat looks, what it says and where it may be shown",
    contacts_exported: () => "exported contacts into a file",
    contacts_imported: ({ n = 0 }: { n?: number }): string =>
      n === 1 ? "imported a contact from a file" : `imported ${n} contacts from a file`,
    import_undone: () => "took an import of contacts back",
    times_changed: ({ name = "" }: { name?: string }) =>
      `set for how many months messages, contacts and customers are kept: ${name}`,
    time_over: ({ n = 0, messages = 0 }: { n?: number; messages?: number }): string =>
      `cleared what was kept long enough (messages: ${messages}, contacts: ${n})`,
  },
};
