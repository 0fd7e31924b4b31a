"use client";

import type { ButtonView } from "#lib/sandbox/messenger/drawn-parts";
import { useThePhone } from "./messenger-context";

const BUTTON =
  "block min-h-9.5 w-full border-(--mm-edge) border-t px-3 py-2 text-center font-semibold text-(--mm-ink) text-[0.875rem] hover:bg-hover focus-visible:-outline-offset-2 max-md:min-h-11";

/** The buttons under a card: a link opens beside, a postback tells the Page. */
export function CardButtons({ buttons, mid }: { buttons: ButtonView[]; mid: string }) {
  const { act } = useThePhone();
  return buttons.map((button) => {
    if (button.kind === "postback")
      return (
        <button
          key={`${button.title} ${button.payload}`}
          type="button"
          className={BUTTON}
          onClick={() => void act({ act: "tap", mid, payload: button.payload, title: button.title })}
        >
          {button.title}
        </button>
      );
    const href = button.kind === "call" ? `tel:${button.number}` : button.url;
    return (
      <a key={`${button.title} ${href}`} href={href} target="_blank" rel="noopener" className={BUTTON}>
        {button.title}
      </a>
    );
  });
}
