"use client";

import { useEffect } from "react";

/** Files dropped where nothing takes them do nothing: the browser would leave the page for them, and for what was typed. */
export function useStrayFiles(): void {
  useEffect(() => {
    const refuse = (event: DragEvent) => {
      const chooser = event.target instanceof HTMLInputElement && event.target.type === "file";
      if (event.defaultPrevented || chooser || !event.dataTransfer?.types.includes("Files")) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = "none";
    };
    window.addEventListener("dragover", refuse);
    window.addEventListener("drop", refuse);
    return () => {
      window.removeEventListener("dragover", refuse);
      window.removeEventListener("drop", refuse);
    };
  }, []);
}
