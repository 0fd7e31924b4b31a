import { expect, type Page } from "@playwright/test";

/** Markup that would call `__xss` wherever it is taken as such (XSS-01). */
export const PAYLOADS = [
  `"><img src=x onerror=__xss(1)>`,
  `<svg/onload=__xss(2)>`,
  `javascript:__xss(3)`,
  `<iframe srcdoc="<script>parent.__xss(4)</script>"></iframe>`,
  `<math><mtext><table><mglyph><style><img src onerror=__xss(5)>`,
  `[x](javascript:__xss(6))`,
  `![x](x"onerror="__xss(7))`,
  `</script><script>__xss(8)</script>`,
  `{{constructor.constructor('__xss(9)')()}}`,
] as const;

export type Watch = { called: string[]; reports: string[] };

/** Notes, in every page and frame of a browser, each call of `__xss` and each breach of a content policy. */
export async function watchFor(page: Page): Promise<Watch> {
  const watch: Watch = { called: [], reports: [] };
  const context = page.context();
  await context.exposeFunction("__xss", (n: number) => watch.called.push(`payload ${n}`));
  await context.exposeFunction("__breach", (what: string) => watch.reports.push(what));
  await context.addInitScript(() => {
    const tell = Reflect.get(window, "__breach");
    document.addEventListener("securitypolicyviolation", (event) =>
      tell(`${location.pathname}: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`),
    );
  });
  return watch;
}

/** Nothing ran, and nothing even tried to. */
export function expectQuiet({ called, reports }: Watch): void {
  expect(called).toEqual([]);
  expect(reports).toEqual([]);
}
