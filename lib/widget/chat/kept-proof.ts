const key = (slug: string) => `comptoir:${slug}:proof`;

/** The proof of a login that this tab began and has not redeemed; empty where there is none, or storage is refused. */
export function keptProof(slug: string): string {
  try {
    return sessionStorage.getItem(key(slug)) ?? "";
  } catch {
    return "";
  }
}

/** Keeps the proof for a reload of this tab, until it was redeemed. */
export function keepProof(slug: string, proof: string) {
  try {
    sessionStorage.setItem(key(slug), proof);
  } catch {} // storage is refused: the proof lives as long as this page, which is all the login needs
}

/** The login is over, one way or the other. */
export function forgetProof(slug: string) {
  try {
    sessionStorage.removeItem(key(slug));
  } catch {} // nothing was kept
}
