/** What a User-Agent header tells about a device, in names that need no translation. */
export type BrowserName = { browser: string | null; system: string | null; kind: "desktop" | "phone" | "tablet" };

const BROWSERS: readonly (readonly [RegExp, string])[] = [
  [/\bEdg(?:e|A|iOS)?\//, "Edge"],
  [/\b(?:OPR|Opera)\//, "Opera"],
  [/\bSamsungBrowser\//, "Samsung Internet"],
  [/\b(?:Firefox|FxiOS)\//, "Firefox"],
  [/\b(?:Chrome|CriOS|Chromium|HeadlessChrome)\//, "Chrome"],
  [/\bSafari\//, "Safari"],
];

const SYSTEMS: readonly (readonly [RegExp, string])[] = [
  [/\biPhone\b/, "iPhone"],
  [/\biPad\b/, "iPad"],
  [/\bAndroid\b/, "Android"],
  [/\bWindows\b/, "Windows"],
  [/\bCrOS\b/, "ChromeOS"],
  [/\bMac OS X\b|\bMacintosh\b/, "macOS"],
  [/\bLinux\b/, "Linux"],
];

const first = (table: typeof BROWSERS, text: string) => table.find(([pattern]) => pattern.test(text))?.[1] ?? null;

/** Names the browser, the system and the kind of device; null for what it does not know. A guess to recognise a device by, never to decide on. */
export function browserName(userAgent: string | null): BrowserName {
  const text = (userAgent ?? "").slice(0, 500);
  const tablet = /\biPad\b|\bTablet\b/.test(text) || (/\bAndroid\b/.test(text) && !/\bMobile\b/.test(text));
  const phone = /\biPhone\b|\bMobile\b/.test(text);
  return {
    browser: first(BROWSERS, text),
    system: first(SYSTEMS, text),
    kind: tablet ? "tablet" : phone ? "phone" : "desktop",
  };
}
