"use client";

import {
  cloneElement,
  createContext,
  type FocusEvent,
  type HTMLAttributes,
  type PointerEvent,
  type ReactElement,
  type ReactNode,
  useContext,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import { placeLayer, type Side } from "./place-layer";

const BEFORE_MS = 400;
const AFTER_MS = 120;

type Tip = { anchor: Element; text: ReactNode; side: Side };
type Tips = { show: (tip: Tip, at: "once" | "soon") => void; hide: () => void };

const TipContext = createContext<Tips>({ show: () => undefined, hide: () => undefined });

function useTip() {
  const [tip, setTip] = useState<Tip | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const tips = useMemo<Tips>(() => {
    const later = (next: Tip | null, ms: number) => {
      clearTimeout(timer.current);
      timer.current = setTimeout(setTip, ms, next);
    };
    return {
      show: (next, at) => later(next, at === "once" ? 0 : BEFORE_MS),
      hide: () => later(null, AFTER_MS),
    };
  }, []);
  const stay = () => clearTimeout(timer.current);
  return { tip, tips, stay, gone: () => setTip(null) };
}

/** Once, around the page: one tooltip is shown at a time; it can be hovered, and Escape hides it (WCAG 2.2, 1.4.13). */
export function TooltipProvider({ children }: { children: ReactNode }) {
  const { tip, tips, stay, gone } = useTip();
  const layer = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (!tip || !layer.current) return;
    layer.current.showPopover();
    placeLayer(layer.current, tip.anchor, tip.side, "center");
  }, [tip]);
  useEffect(() => {
    if (!tip) return;
    const end = (event: Event) => {
      if (!(event instanceof KeyboardEvent) || event.key === "Escape") gone();
    };
    document.addEventListener("keydown", end);
    document.addEventListener("pointerdown", end);
    document.addEventListener("scroll", end, true);
    return () => {
      document.removeEventListener("keydown", end);
      document.removeEventListener("pointerdown", end);
      document.removeEventListener("scroll", end, true);
    };
  }, [tip, gone]);
  return (
    <TipContext value={tips}>
      {children}
      {tip ? (
        <div
          ref={layer}
          role="tooltip"
          popover="manual"
          onPointerEnter={stay}
          onPointerLeave={tips.hide}
          className="fixed inset-auto flex max-w-80 items-center gap-2 rounded-sm bg-tooltip px-2 py-1 text-caption text-on-tooltip shadow-lg animate-appear forced-colors:border"
        >
          {tip.text}
        </div>
      ) : null}
    </TipContext>
  );
}

type Props = {
  /** Extra words for the eye. What the control is called belongs on the control itself. */
  text: ReactNode;
  side?: Side;
  /** One element that can take focus. */
  children: ReactElement<HTMLAttributes<HTMLElement>>;
};

export function Tooltip({ text, side = "top", children }: Props) {
  const { show, hide } = useContext(TipContext);
  const { onPointerEnter, onPointerLeave, onFocus, onBlur } = children.props;
  return cloneElement(children, {
    onPointerEnter: (event: PointerEvent<HTMLElement>) => {
      onPointerEnter?.(event);
      if (event.pointerType !== "touch") show({ anchor: event.currentTarget, text, side }, "soon");
    },
    onPointerLeave: (event: PointerEvent<HTMLElement>) => {
      onPointerLeave?.(event);
      hide();
    },
    onFocus: (event: FocusEvent<HTMLElement>) => {
      onFocus?.(event);
      if (event.currentTarget.matches(":focus-visible")) show({ anchor: event.currentTarget, text, side }, "once");
    },
    onBlur: (event: FocusEvent<HTMLElement>) => {
      onBlur?.(event);
      hide();
    },
  });
}
