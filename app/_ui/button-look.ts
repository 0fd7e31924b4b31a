import { classNames } from "./class-names";

export type ButtonVariant = "primary" | "secondary" | "ghost" | "danger" | "shop" | "fb";
export type ButtonSize = "sm" | "md" | "lg" | "xl";

export type ButtonLook = {
  variant?: ButtonVariant | undefined;
  size?: ButtonSize | undefined;
  /** As wide as its container. */
  block?: boolean | undefined;
};

const RAISED = "border-line-strong bg-surface shadow-sm not-disabled:hover:bg-hover";

const VARIANTS: Record<ButtonVariant, string> = {
  primary:
    "border-transparent bg-brand text-on-brand shadow-[inset_0_1px_0_oklch(1_0_0/0.12),var(--shadow-1)] not-disabled:hover:bg-brand-hover",
  secondary: `${RAISED} text-ink`,
  ghost: "border-transparent text-ink-2 not-disabled:hover:bg-hover not-disabled:hover:text-ink",
  danger: `${RAISED} text-danger-ink`,
  shop: "border-transparent bg-shop text-on-shop not-disabled:hover:bg-shop-hover",
  fb: "border-transparent bg-fb text-on-fb not-disabled:hover:brightness-95",
};

const SIZES: Record<ButtonSize, string> = {
  sm: "min-h-7 gap-1.25 rounded-sm px-2.5 text-caption",
  md: "min-h-8 gap-1.5 rounded-md px-3 text-label",
  lg: "min-h-10 gap-1.5 rounded-md px-4 text-body",
  xl: "min-h-12 gap-1.5 rounded-[10px] px-5 text-[0.9375rem] leading-snug",
};

const BASE =
  "inline-flex max-w-full shrink-0 select-none items-center justify-center border font-label text-center transition-[background-color,border-color,box-shadow] duration-(--t-fast) ease-out max-md:min-h-11";
const OFF = "disabled:border-line disabled:bg-hover disabled:text-ink-3 disabled:shadow-none";

/** The classes of a button, for whatever element plays one. */
export function buttonLook({ variant = "secondary", size = "md", block = false }: ButtonLook): string {
  return classNames(BASE, VARIANTS[variant], SIZES[size], OFF, block && "w-full");
}
