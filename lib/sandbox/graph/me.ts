import { env } from "#lib/core/env";
import { fieldUnknown } from "./facebook-error";
import type { TokenHolder } from "./read-token";

const PICTURE_SIDE = 50; // pixels; Facebook's default

function picture(person: TokenHolder) {
  const url = `${env().PUBLIC_URL}/sandbox/pictures/${person.id}`;
  return { data: { height: PICTURE_SIDE, is_silhouette: false, url, width: PICTURE_SIDE } };
}

const FIELDS: Record<string, (person: TokenHolder) => unknown> = {
  id: (person) => person.id,
  name: (person) => person.name,
  first_name: (person) => person.name.split(/\s+/)[0],
  last_name: (person) => person.name.split(/\s+/).slice(1).join(" "),
  email: (person) => (person.scopes.includes("email") ? (person.email ?? undefined) : undefined),
  picture,
};

/** Names in a `fields` parameter, without their sub-selections: `id,picture.type(large){url}` gives id and picture. */
function fieldNames(parameter: string): string[] {
  const plain = parameter.replace(/\{[^{}]*\}/g, "").replace(/\([^()]*\)/g, "");
  return plain.split(",").map((part) => part.trim().split(".")[0] ?? "");
}

/**
 * `GET /me`. `id` is always there; `email` is left out when it was not granted or the person has none, as Facebook does.
 * Throws a FacebookError for a field a User has not.
 */
export function me(person: TokenHolder, fields = "id,name"): Record<string, unknown> {
  const names = new Set([...fieldNames(fields).filter((name) => name !== ""), "id"]);
  const entries = [...names].map((name): [string, unknown] => {
    const read = Object.hasOwn(FIELDS, name) ? FIELDS[name] : undefined;
    if (!read) throw fieldUnknown(name);
    return [name, read(person)];
  });
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}

/** `GET /me/permissions`. */
export function mePermissions(person: TokenHolder) {
  return { data: person.scopes.map((permission) => ({ permission, status: "granted" })) };
}
