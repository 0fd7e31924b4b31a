"use client";

import type { ComponentProps } from "react";
import { Button } from "./button";
import { FacebookLetter } from "./channel-glyph";

/** The button that begins a login with Facebook. */
export function FacebookButton(props: Omit<ComponentProps<typeof Button>, "variant" | "size" | "icon">) {
  return (
    <Button
      {...props}
      variant="fb"
      size="xl"
      icon={
        <span className="grid size-6 shrink-0 place-items-center rounded-full bg-white text-fb">
          <FacebookLetter size={18} />
        </span>
      }
    />
  );
}
