"use client";

import { useEffect, useState } from "react";

/** True once the component has stood on screen for `ms`: what is only passed by costs nothing. */
export function useSettled(ms: number): boolean {
  const [settled, setSettled] = useState(false);
  useEffect(() => {
    const timer = setTimeout(setSettled, ms, true);
    return () => clearTimeout(timer);
  }, [ms]);
  return settled;
}
