import type { CSSProperties } from "react";
import { classNames } from "../../../_ui/class-names";
import type { PageView } from "../view";

const SIZES = {
  24: "size-6 text-[11px]",
  36: "size-9 text-[16px]",
  48: "size-12 text-[20px]",
  72: "size-18 text-[30px]",
};

function Peony() {
  return (
    <svg
      viewBox="0 0 32 32"
      aria-hidden="true"
      className="size-[70%]"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.8"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <path d="M16 28V17" />
      <path d="M16 24c-4.500 0-6.500-2-7-5 4 0 6.500 1.500 7 5Z" />
      <path d="M16 22c4.500 0 6.500-2 7-5-4 0-6.500 1.500-7 5Z" />
      <path d="M9.500 9.500a6.500 6.500 0 0 0 13 0c-2.200 0-3.700.9-4.400 2-.2-3-1-5.500-2.100-7.500-1.100 2-1.900 4.500-2.100 7.500-.7-1.100-2.200-2-4.400-2Z" />
    </svg>
  );
}

type Props = { page: Pick<PageView, "name" | "category" | "hue">; size: keyof typeof SIZES };

/** A Page's round picture; its name stands in words beside it. */
export function PageFace({ page, size }: Props) {
  const hue = { "--page-hue": page.hue } as CSSProperties;
  return (
    <span
      aria-hidden="true"
      data-page-hue=""
      style={hue}
      className={classNames(
        "inline-grid shrink-0 place-items-center rounded-full font-semibold text-white leading-none forced-colors:border",
        SIZES[size],
      )}
    >
      {/flor/i.test(page.category) ? <Peony /> : [...page.name][0]?.toLocaleUpperCase()}
    </span>
  );
}
