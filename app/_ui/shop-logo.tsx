import { classNames } from "./class-names";

const SIZES = {
  24: "size-6 rounded-[6px] text-[14px]",
  32: "size-8 rounded-[8px] text-[18px]",
  40: "size-10 rounded-[10px] text-[23px]",
  56: "size-14 rounded-[15px] text-[32px]",
};

type Props = {
  name: string;
  size?: keyof typeof SIZES;
  /** The shop's own colour and the colour readable on it (CSS colours); else the page's `--shop`. */
  colour?: string;
  onColour?: string;
};

/** The first letter of the shop on its colour. The name stands in words beside it. */
export function ShopLogo({ name, size = 32, colour, onColour }: Props) {
  const own = colour && onColour ? { style: { background: colour, color: onColour } } : {};
  return (
    <span
      aria-hidden="true"
      {...own}
      className={classNames(
        "inline-grid shrink-0 forced-colors:border place-items-center bg-shop font-semibold text-on-shop leading-none",
        SIZES[size],
      )}
    >
      {[...name.trim()][0]?.toLocaleUpperCase()}
    </span>
  );
}
