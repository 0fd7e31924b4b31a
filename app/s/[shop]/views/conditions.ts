import type { Condition } from "#lib/conversations/views/filter";

export type Field = Condition["field"];
export type Choosing = Extract<Condition, { is: unknown[] }>;
export type Measuring = Extract<Condition, { over: number } | { under: number }>;

/** The conditions that a view can be made of, each as it begins. */
export const BEGINNINGS: Record<Field, Condition> = {
  status: { field: "status", is: ["open"] },
  assignee: { field: "assignee", is: ["me"] },
  team: { field: "team", is: [] },
  tag: { field: "tag", is: [] },
  channel: { field: "channel", is: ["messenger"] },
  priority: { field: "priority", is: ["urgent", "high"] },
  waiting: { field: "waiting", over: 10 },
  window: { field: "window", under: 120 },
  language: { field: "language", is: ["fr"] },
  permission: { field: "permission", is: ["offers"] },
  order: { field: "order", is: ["problem"] },
  value: { field: "value", over: 10_000 },
  rating: { field: "rating", is: ["1", "2"] },
  unread: { field: "unread" },
  text: { field: "text", has: "" },
};

export const FIELDS = Object.keys(BEGINNINGS) as Field[];

/** The condition with one of its choices chosen or no longer. */
export function toggled(condition: Choosing, value: string): Condition {
  const is: readonly string[] = condition.is;
  const next = is.includes(value) ? is.filter((one) => one !== value) : [...is, value];
  return { ...condition, is: next } as Condition;
}

/** The condition with another figure: minutes, or minor units of money. */
export function measured(condition: Measuring, figure: number): Condition {
  return "over" in condition ? { ...condition, over: figure } : { ...condition, under: figure };
}
