import type { Locale } from "../../locales";

const answerWithin = 30_000; // milliseconds

/** Her conversation as the server writes it for her; null when it cannot be had. */
async function fetchCopy(slug: string, locale: Locale, as: "text" | "html"): Promise<string | null> {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const query = new URLSearchParams({ as, locale, ...(zone && { zone }) });
  try {
    const answer = await fetch(`/api/widget/${slug}/transcript?${query}`, {
      signal: AbortSignal.timeout(answerWithin),
    });
    return answer.ok ? await answer.text() : null;
  } catch {
    return null; // no connection
  }
}

/** Saves her conversation as a text file. Answers whether that worked. */
export async function saveCopy(slug: string, locale: Locale): Promise<boolean> {
  const text = await fetchCopy(slug, locale, "text");
  if (text === null) return false;
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "text/plain" }));
  link.download = `${slug}-${new Date().toISOString().slice(0, 10)}.txt`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), answerWithin);
  return true;
}

declare const trustedTypes:
  | { createPolicy(name: string, rules: { createHTML(html: string): string }): { createHTML(html: string): string } }
  | undefined;

let copies: { createHTML(html: string): string } | undefined;
/** Marks what the server wrote, escaped, as markup: the only text of which the chat's policy takes any. */
function trust(html: string): string {
  if (typeof trustedTypes === "undefined") return html;
  copies ??= trustedTypes.createPolicy("copy", { createHTML: (text) => text });
  return copies.createHTML(html);
}

/**
 * Opens her conversation as a page and offers to print it. The page is written into a window of ours: at its own address
 * the chat's cookie, which belongs to the storefront, would be missing. Call it in the click itself.
 */
export async function printCopy(slug: string, locale: Locale): Promise<boolean> {
  const opened = window.open("about:blank");
  if (!opened) return false;
  const html = await fetchCopy(slug, locale, "html");
  if (html === null) {
    opened.close();
    return false;
  }
  const page = new DOMParser().parseFromString(trust(html), "text/html");
  const { document: paper } = opened;
  paper.documentElement.lang = locale;
  paper.head.replaceChildren(...page.head.childNodes);
  paper.body.replaceChildren(...page.body.childNodes);
  const styles = paper.querySelector("link");
  if (styles) styles.onload = () => opened.print();
  return true;
}
