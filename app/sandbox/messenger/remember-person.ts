const MONTH_S = 2_592_000;

/** The cookie that keeps who one was, so that an m.me link opens as the same person. */
export const PERSON_COOKIE = "sandbox-person";

export function rememberPerson(id: string): string {
  return `${PERSON_COOKIE}=${id}; Path=/sandbox/messenger; Max-Age=${MONTH_S}; HttpOnly; SameSite=Lax`;
}
