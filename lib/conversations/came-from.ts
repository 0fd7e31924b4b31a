/** By what a shopper came to the thread, as far as the platform says. */
export function cameBy({ source, adId }: { source: string | null; adId: string | null }) {
  if (adId || source === "ADS") return "ad";
  if (source === "SHORTLINK") return "link";
  return source === "MESSENGER_CODE" ? "code" : "facebook";
}
