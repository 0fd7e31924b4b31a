/** The browser whose request a test makes: it stands in for `next/headers`, which knows none outside a server. */
export const browser = { cookies: new Map<string, { value: string }>() };

export const cookies = async () => browser.cookies;
export const headers = async () => new Headers();
