"use client";

import { useEffect, useRef } from "react";

/** Tells whether a value that something began with is still the one on screen. */
export function useLatest<T>(value: T): (begun: T) => boolean {
  const latest = useRef(value);
  useEffect(() => {
    latest.current = value;
  });
  return (begun) => latest.current === begun;
}
