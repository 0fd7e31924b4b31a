import type { ComponentProps, ReactNode } from "react";
import { type ButtonLook, buttonLook } from "./button-look";
import { classNames } from "./class-names";
import { PageLink } from "./page-link";

/** A link that looks like a button: it goes somewhere, it changes nothing. */
export function ButtonLink({
  variant,
  size,
  block,
  icon,
  className,
  children,
  ...rest
}: ComponentProps<typeof PageLink> & ButtonLook & { icon?: ReactNode }) {
  return (
    <PageLink {...rest} className={classNames(buttonLook({ variant, size, block }), className)}>
      {icon}
      <span>{children}</span>
    </PageLink>
  );
}
