import { type Html, html } from "../../html";

const icon = (size: number, body: Html) =>
  html`<svg class="icon" width="${size}" height="${size}" viewBox="0 0 24 24" aria-hidden="true">${body}</svg>`;

export const bag: Html = icon(
  20,
  html`<path d="M16 10a4 4 0 0 1-8 0"/><path d="M3.103 6.034h17.794"/><path d="M3.4 5.467a2 2 0 0 0-.4 1.2V20a2 2 0 0 0 2 2h14a2 2 0 0 0 2-2V6.667a2 2 0 0 0-.4-1.2l-2-2.667A2 2 0 0 0 17 2H7a2 2 0 0 0-1.6.8z"/>`,
);

export const user: Html = icon(
  20,
  html`<path d="M19 21v-2a4 4 0 0 0-4-4H9a4 4 0 0 0-4 4v2"/><circle cx="12" cy="7" r="4"/>`,
);

export const lines: Html = icon(20, html`<path d="M4 5h16"/><path d="M4 12h16"/><path d="M4 19h16"/>`);

export const globe: Html = icon(
  16,
  html`<circle cx="12" cy="12" r="10"/><path d="M12 2a14.5 14.5 0 0 0 0 20 14.5 14.5 0 0 0 0-20"/><path d="M2 12h20"/>`,
);

export const minus: Html = icon(16, html`<path d="M5 12h14"/>`);
export const plus: Html = icon(16, html`<path d="M5 12h14"/><path d="M12 5v14"/>`);

export const flask: Html = icon(
  16,
  html`<path d="M14 2v6a2 2 0 0 0 .245.96l5.51 10.08A2 2 0 0 1 18 22H6a2 2 0 0 1-1.755-2.96l5.51-10.08A2 2 0 0 0 10 8V2"/><path d="M6.453 15h11.094"/><path d="M8.5 2h7"/>`,
);
