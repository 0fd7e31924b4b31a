import { useEffect, useRef } from "react";
import { type ButtonChoice, buttonSnippet } from "#lib/connect/widget/button-snippet";
import { buttonStyles } from "#lib/connect/widget/button-styles";

type Props = { label: string; choice: ButtonChoice; colour: string; dark?: boolean };

/** A ground as of the shop's page, on which every look can be seen: the white one belongs on a picture. */
const GROUND = (dark: boolean, colour: string, { look }: ButtonChoice) =>
  look === "light" ? colour : dark ? "#17120f" : "#ffffff";

/** The button as the copied lines draw it, apart from our own styles; it opens nothing here. */
export function ButtonPreview({ label, choice, colour, dark = false }: Props) {
  const host = useRef<HTMLDivElement>(null);
  const snippet = buttonSnippet(choice, "#");
  const styles = buttonStyles(colour);
  useEffect(() => {
    const { current } = host;
    if (!current) return;
    const root = current.shadowRoot ?? current.attachShadow({ mode: "open" });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`:host { font-family: system-ui }\n${styles}`);
    root.adoptedStyleSheets = [sheet];
    root.replaceChildren(...new DOMParser().parseFromString(snippet, "text/html").body.childNodes);
  }, [snippet, styles]);
  return (
    <figure className="grid min-w-0 gap-1.5">
      <figcaption className="text-caption text-ink-3">{label}</figcaption>
      <div
        className="grid min-h-24 place-items-center overflow-hidden rounded-md border border-line p-4"
        style={{ background: GROUND(dark, colour, choice), colorScheme: dark ? "dark" : "light" }}
      >
        <div ref={host} inert data-look={choice.look} />
      </div>
    </figure>
  );
}
