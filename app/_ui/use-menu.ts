"use client";

import {
  type KeyboardEvent,
  type MouseEvent,
  useEffect,
  useEffectEvent,
  useLayoutEffect,
  useRef,
  useState,
} from "react";
import { type Align, placeLayer, type Side } from "./place-layer";

const FORGOTTEN_MS = 700;

function itemsOf(sheet: HTMLElement | null): HTMLElement[] {
  return [...(sheet?.querySelectorAll<HTMLElement>("[role^=menuitem]:not(:disabled)") ?? [])];
}

/** How a menu button behaves: arrows, Home, End, typing ahead, Escape, Tab, focus given back. Source: WAI-ARIA APG, Menu Button. */
export function useMenu(align: Align, side: Side) {
  const sheet = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLElement>(null);
  const typed = useRef({ text: "", at: 0 });
  const [open, setOpen] = useState(false);

  const place = useEffectEvent(() => {
    if (sheet.current && button.current) placeLayer(sheet.current, button.current, side, align);
  });
  const left = useEffectEvent((event: Event) => {
    const inside =
      event.target instanceof Node && [sheet, button].some(({ current }) => current?.contains(event.target as Node));
    if (!inside) setOpen(false);
  });
  useLayoutEffect(() => {
    if (!open) return;
    sheet.current?.showPopover();
    place();
    const items = itemsOf(sheet.current);
    (items.find((item) => item.ariaChecked === "true") ?? items[0])?.focus({ preventScroll: true });
  }, [open]);
  useEffect(() => {
    if (!open) return;
    const leave = (event: Event) => left(event);
    const follow = () => place();
    document.addEventListener("pointerdown", leave, true);
    document.addEventListener("focusin", leave);
    document.addEventListener("scroll", follow, true);
    window.addEventListener("resize", follow);
    return () => {
      document.removeEventListener("pointerdown", leave, true);
      document.removeEventListener("focusin", leave);
      document.removeEventListener("scroll", follow, true);
      window.removeEventListener("resize", follow);
    };
  }, [open]);

  function close() {
    button.current?.focus({ preventScroll: true });
    setOpen(false);
  }
  function openFrom(target: HTMLElement) {
    button.current = target;
    setOpen(true);
  }
  function find(letter: string, now: number) {
    typed.current = { text: now - typed.current.at > FORGOTTEN_MS ? letter : typed.current.text + letter, at: now };
    const wanted = typed.current.text.toLocaleLowerCase();
    const named = (item: HTMLElement) => item.textContent?.trim().toLocaleLowerCase().startsWith(wanted);
    itemsOf(sheet.current).find(named)?.focus();
  }

  function onSheetKeyDown(event: KeyboardEvent) {
    const items = itemsOf(sheet.current);
    const here = items.findIndex((item) => item.matches(":focus"));
    const goTo = {
      ArrowDown: items.at((here + 1) % items.length),
      ArrowRight: items.at((here + 1) % items.length),
      ArrowUp: items.at(here - 1),
      ArrowLeft: items.at(here - 1),
      Home: items[0],
      End: items.at(-1),
    }[event.key];
    event.stopPropagation();
    if (goTo || event.key === "Escape") event.preventDefault();
    if (goTo) goTo.focus();
    else if (event.key === "Escape" || event.key === "Tab") close();
    else if (event.key.length === 1 && event.key !== " ") find(event.key, event.timeStamp);
  }

  return {
    open,
    close,
    sheetProps: { ref: sheet, onKeyDown: onSheetKeyDown },
    buttonProps: {
      onClick: (event: MouseEvent<HTMLElement>) => (open ? close() : openFrom(event.currentTarget)),
      onKeyDown: (event: KeyboardEvent<HTMLElement>) => {
        if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
        event.preventDefault();
        openFrom(event.currentTarget);
      },
    },
  };
}
