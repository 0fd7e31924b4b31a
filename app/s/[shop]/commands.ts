import type { LucideIcon } from "lucide-react";

/** Something that can be done or gone to, as the palette lists it. */
export type Command = {
  id: string;
  group: "conversation" | "replies" | "go" | "own" | "people" | "conversations" | "search";
  label: string;
  /** Said beside the label, quietly. */
  hint?: string;
  /** The keys that do the same, as they are drawn; after a G, one after the other. */
  keys?: readonly string[];
  icon: LucideIcon;
  run: () => void;
};

/** Where the open conversation and its commands are kept. */
export const HERE = "here";
