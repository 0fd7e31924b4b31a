import { bell } from "#lib/widget/launcher-css";
import { contrastBetween, contrastText, LEAST_CONTRAST, mix } from "../contrast";

/** The looks of a button that opens the chat, as `data-comptoir-look` names them. Source: design 00, "Contact me via chat". */
export const BUTTON_LOOKS = ["solid", "outline", "soft", "light", "team"] as const;
export type ButtonLook = (typeof BUTTON_LOOKS)[number];

const WHITE = "#ffffff";
const NIGHT = "#17120f"; // the darkest page of ours; a shop's may be as dark
const STEPS = 20;

/** The first colour on the way from one to another that can be read on the ground. */
function readable(from: string, towards: string, ground: string): string {
  for (let step = 0; step < STEPS; step++) {
    const colour = mix(from, towards, step / STEPS);
    if (contrastBetween(colour, ground) >= LEAST_CONTRAST) return colour;
  }
  return towards;
}

/** What a button is painted with in a shop's colour (`#rrggbb`), on light pages and on dark ones: each text can be read on its ground. */
export function buttonColours(colour: string) {
  const soft = mix(WHITE, colour, 0.1);
  const softDark = mix(NIGHT, colour, 0.35);
  return {
    chat: colour,
    on: contrastText(colour),
    soft,
    ink: readable(colour, "#000000", soft),
    softDark,
    inkDark: readable(mix(colour, WHITE, 0.6), WHITE, softDark),
  };
}

/**
 * The style sheet of such buttons in a shop's colour. A shop copies it into its own, so that a button is drawn with the
 * page, whatever becomes of us, and nothing is fetched for it. It follows the page's own `color-scheme`.
 */
export function buttonStyles(colour: string): string {
  const { chat, on, soft, ink, softDark, inkDark } = buttonColours(colour);
  return `/* Buttons that open the chat */
[data-comptoir-open][data-comptoir-look] {
  --chat: ${chat};
  --chat-on: ${on};
  --chat-soft: ${soft};
  --chat-ink: ${ink};
  box-sizing: border-box;
  display: inline-flex;
  align-items: center;
  justify-content: center;
  gap: 10px;
  min-height: 48px;
  padding: 8px 20px;
  border: 1.5px solid transparent;
  border-radius: 30px;
  background: var(--chat);
  color: var(--chat-on);
  font-family: inherit;
  font-size: 15px;
  font-weight: 600;
  line-height: 20px;
  text-align: start;
  text-decoration: none;
  cursor: pointer;
}
@supports (color: light-dark(red, red)) {
  [data-comptoir-open][data-comptoir-look] {
    --chat-soft: light-dark(${soft}, ${softDark});
    --chat-ink: light-dark(${ink}, ${inkDark});
  }
}
[data-comptoir-open][data-comptoir-look]:hover {
  box-shadow: 0 2px 12px #0003;
}
[data-comptoir-open][data-comptoir-look]:focus-visible {
  outline: 2px solid #ffffff;
  box-shadow: 0 0 0 4px #000000;
}
[data-comptoir-open][data-comptoir-look]::before {
  content: "";
  flex: none;
  width: 32px;
  height: 32px;
  margin: -6px;
  background: currentColor;
  clip-path: path("${bell}");
  transform: scale(0.625);
  forced-color-adjust: none;
}
[data-comptoir-open][data-comptoir-look="outline"] {
  border-color: currentColor;
  background: transparent;
  color: var(--chat-ink);
}
[data-comptoir-open][data-comptoir-look="soft"] {
  background: var(--chat-soft);
  color: var(--chat-ink);
}
[data-comptoir-open][data-comptoir-look="light"] {
  background: #ffffff;
  color: var(--chat);
}
[data-comptoir-open][data-comptoir-look="team"] {
  min-height: 60px;
  border-color: #8a8280;
  background: #ffffff;
  color: #1c1417;
}
[data-comptoir-open][data-comptoir-look="team"]::before {
  content: none;
}
[data-comptoir-open][data-comptoir-look="team"] > i {
  display: grid;
  flex: none;
  place-items: center;
  width: 36px;
  height: 36px;
  border-radius: 50%;
  background: #ecdcf7;
  color: #4a2a63;
  font-style: normal;
}
[data-comptoir-open][data-comptoir-look="team"] > i + i {
  margin-inline-start: -16px;
  box-shadow: 0 0 0 2px #ffffff;
  background: #c9ece6;
  color: #0d4a42;
}
[data-comptoir-open][data-comptoir-look="team"] small {
  display: block;
  color: #5f5654;
  font-size: 13px;
  font-weight: 400;
}
[data-comptoir-open][data-comptoir-size="small"] {
  gap: 8px;
  min-height: 36px;
  padding: 6px 14px;
  font-size: 13px;
}
[data-comptoir-open][data-comptoir-size="small"]::before {
  margin: -8px;
  transform: scale(0.5);
}
@media (pointer: coarse) {
  [data-comptoir-open][data-comptoir-size="small"] {
    min-height: 44px;
  }
}
`;
}
