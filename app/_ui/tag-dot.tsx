import type { Hue } from "./hue";

/** The colour of a tag; its name always stands beside it. */
export function TagDot({ hue }: { hue: Hue }) {
  return <i aria-hidden="true" data-tag-dot="" data-hue={hue} className="size-2 shrink-0 rounded-[3px]" />;
}
