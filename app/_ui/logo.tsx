"use client";

import { MARK, WORD } from "./logo-paths";

/** The bell alone, in the colour of the text around it. */
export function Mark({ size = 24, className }: { size?: number; className?: string }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" fill="currentColor" aria-hidden="true" className={className}>
      {MARK.map((path) => (
        <path key={path} d={path} />
      ))}
    </svg>
  );
}

/** The bell and the word, in the theme's colours. `height` in pixels. */
export function Logo({ height = 28 }: { height?: number }) {
  return (
    <svg
      height={height}
      width={(height * 158) / 32}
      viewBox="0 0 158 32"
      role="img"
      aria-label="Comptoir"
      className="shrink-0"
    >
      <g className="logo-mark">
        {MARK.map((path) => (
          <path key={path} d={path} />
        ))}
      </g>
      <path className="logo-word" transform="translate(40 24.6)" d={WORD} />
    </svg>
  );
}
