import { escapeHtml } from "#lib/core/escape-html";

/** What a mail says: plain paragraphs, at most one thing to read off or to press, and why it came. */
export type MailContent = {
  locale: "en" | "fr";
  subject: string;
  paragraphs: readonly string[];
  /** One line each, and where it leads. */
  lines?: readonly { label: string; url: string }[];
  /** Digits to be typed somewhere. */
  code?: string;
  action?: { label: string; url: string };
  /** Under the line: why it came, and how to end it. */
  footer: readonly string[];
  /** Links of the footer, each under its label. */
  links?: readonly { label: string; url: string }[];
};

export type ComposedMail = { subject: string; text: string; html: string };

const LONGEST_SUBJECT = 120;

/** One line without what could end it, hide in it or turn it round: controls, bidi marks, zero-width letters. */
export function oneLine(text: string, longest = LONGEST_SUBJECT): string {
  const line = text
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, " ")
    .replace(/ {2,}/g, " ")
    .trim();
  return [...line].slice(0, longest).join("");
}

const BODY = "margin:0;padding:32px 16px;background:#f7f4f2;color:#221a1f;font:16px/24px system-ui,sans-serif";
const CARD = "max-width:480px;margin:0 auto;padding:32px;background:#fff;border-radius:14px";
const BUTTON =
  "display:inline-block;padding:12px 20px;border-radius:8px;background:#8a1f5c;color:#fff;font-weight:600;text-decoration:none";
const CODE = "margin:24px 0;font-size:32px;line-height:40px;font-weight:650;letter-spacing:6px";
const FOOT = "max-width:480px;margin:16px auto 0;color:#6b6066;font-size:13px;line-height:20px";

/**
 * The two forms of a mail, built from plain words: everything is escaped, nothing is fetched, and the plain form says
 * all that the other does.
 */
export function composeMail(content: MailContent): ComposedMail {
  const { locale, paragraphs, lines = [], code, action, footer, links = [] } = content;
  const subject = oneLine(content.subject);
  const text = [
    ...paragraphs,
    ...lines.map(({ label, url }) => `${label}:\n${url}`),
    ...(code ? [code] : []),
    ...(action ? [`${action.label}:\n${action.url}`] : []),
    `-- \n${[...footer, ...links.map(({ label, url }) => `${label}: ${url}`)].join("\n")}`,
  ].join("\n\n");
  const html = `<!doctype html>
<html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeHtml(subject)}</title></head>
<body style="${BODY}"><div style="${CARD}">
${paragraphs.map((line) => `<p style="margin:0 0 16px">${escapeHtml(line)}</p>`).join("\n")}
${lines.map(({ label, url }) => `<p style="margin:0 0 8px"><a href="${escapeHtml(url)}" style="color:#8a1f5c">${escapeHtml(label)}</a></p>`).join("\n")}
${code ? `<p style="${CODE}">${escapeHtml(code)}</p>` : ""}
${action ? `<p style="margin:24px 0 0"><a href="${escapeHtml(action.url)}" style="${BUTTON}">${escapeHtml(action.label)}</a></p>` : ""}
</div><div style="${FOOT}">
${footer.map((line) => `<p style="margin:0 0 8px">${escapeHtml(line)}</p>`).join("\n")}
${links.map(({ label, url }) => `<p style="margin:0"><a href="${escapeHtml(url)}" style="color:#6b6066">${escapeHtml(label)}</a></p>`).join("\n")}
</div></body></html>
`;
  return { subject, text, html };
}
