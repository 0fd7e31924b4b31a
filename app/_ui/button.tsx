"use client";

import type { ComponentProps, MouseEvent, ReactNode } from "react";
import { type ButtonLook, buttonLook } from "./button-look";
import { classNames } from "./class-names";
import { Spinner } from "./spinner";

type Props = ComponentProps<"button"> &
  ButtonLook & {
    /** Drawn before the label; a spinner takes its place while busy. */
    icon?: ReactNode;
    /** Drawn after the label: an arrow, a key. */
    trail?: ReactNode;
    /** Something is under way: the label stays, focus stays, and a press does nothing. */
    busy?: boolean;
  };

const ignore = (event: MouseEvent) => event.preventDefault();

export function Button({
  variant,
  size,
  block,
  icon,
  trail,
  busy = false,
  className,
  children,
  onClick,
  ...rest
}: Props) {
  return (
    <button
      type="button"
      {...rest}
      {...(busy ? { "aria-busy": true, "aria-disabled": true, onClick: ignore } : onClick ? { onClick } : {})}
      className={classNames(buttonLook({ variant, size, block }), className)}
    >
      {busy ? <Spinner /> : icon}
      <span>{children}</span>
      {trail}
    </button>
  );
}
