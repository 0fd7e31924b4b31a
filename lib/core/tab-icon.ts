/**
 * A tab's icon as the address of a drawing: the mark, whose outlines are `mark` in a 32 by 32 box, with a number in its
 * corner, "9+" above nine. It follows the colours of the browser, light or dark, and is cut free from the mark so that the
 * number is read on either.
 */
export function tabIcon(count: number, mark: readonly string[]): string {
  const words = count > 9 ? "9+" : String(count);
  const paths = mark.map((outline) => `<path d="${outline}"/>`).join("");
  const drawing = [
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64">',
    "<style>.m{fill:#902362}.d{fill:#1d1820}.n{fill:#fff}",
    "@media(prefers-color-scheme:dark){.m{fill:#b83a80}.d{fill:#fff}.n{fill:#1d1820}}</style>",
    '<mask id="c"><path fill="#fff" d="M0 0h64v64H0z"/><circle cx="43" cy="43" r="24"/></mask>',
    '<g mask="url(#c)"><rect class="m" width="64" height="64" rx="15"/>',
    `<g transform="translate(12 12.5) scale(1.25)" fill="#fff">${paths}</g></g>`,
    '<circle class="d" cx="43" cy="43" r="21"/>',
    '<text class="n" x="43" y="54" text-anchor="middle" font-family="sans-serif" font-weight="700" ',
    `font-size="${words.length > 1 ? 26 : 32}">${words}</text></svg>`,
  ].join("");
  return `data:image/svg+xml,${encodeURIComponent(drawing)}`;
}
