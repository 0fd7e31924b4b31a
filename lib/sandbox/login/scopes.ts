/** The permissions an app may ask for, as Facebook names them; asking for any other is an error of the app. */
export const SCOPES = [
  "public_profile",
  "email",
  "user_messenger_contact",
  "pages_show_list",
  "pages_messaging",
  "pages_manage_metadata",
  "pages_read_engagement",
  "pages_read_user_content",
  "pages_manage_engagement",
  "page_utility_messaging",
  "business_management",
  "instagram_basic",
  "instagram_manage_messages",
] as const;

export type Scope = (typeof SCOPES)[number];

function isScope(name: string): name is Scope {
  return SCOPES.some((scope) => scope === name);
}

/**
 * Reads a `scope` parameter, parted by commas or spaces, each scope once. `public_profile` is always among them.
 * Null when one is unknown.
 */
export function readScopes(parameter: string): Scope[] | null {
  const names = parameter.split(/[\s,]+/).filter((name) => name !== "");
  const known = names.filter(isScope);
  if (known.length !== names.length) return null;
  return [...new Set<Scope>(["public_profile", ...known])];
}
