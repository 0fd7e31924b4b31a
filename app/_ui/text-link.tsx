import type { ComponentProps } from "react";
import { classNames } from "./class-names";
import { PageLink } from "./page-link";

const LOOK =
  "rounded-xs font-medium text-brand-ink underline decoration-brand-line underline-offset-3 hover:decoration-current";

/** A link inside running text. */
export function TextLink({ className, ...rest }: ComponentProps<typeof PageLink>) {
  return <PageLink {...rest} className={classNames(LOOK, className)} />;
}

/** A button that reads as a link inside running text. */
export function TextButton({ className, ...rest }: ComponentProps<"button">) {
  return <button type="button" {...rest} className={classNames(LOOK, className)} />;
}
