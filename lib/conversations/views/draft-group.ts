import type { Condition, Filter, Node } from "./filter";

/** A filter as it is written: each line has a key of its own, and a group may have none for now. */
export type DraftLine = { key: string; condition: Condition };
export type DraftGroup = { key: string; of: "all" | "any"; lines: readonly DraftNode[] };
export type DraftNode = DraftLine | DraftGroup;

/** A condition or a group as a line; `newKey` names each. */
export function lineOf(node: Node, newKey: () => string): DraftNode {
  return "field" in node ? { key: newKey(), condition: node } : draftGroupOf(node, newKey);
}

/** A filter as it is written. */
export function draftGroupOf(filter: Filter, newKey: () => string): DraftGroup {
  const [of, nodes] = "all" in filter ? (["all", filter.all] as const) : (["any", filter.any] as const);
  return { key: newKey(), of, lines: nodes.map((node) => lineOf(node, newKey)) };
}

/** What was written as a filter. */
export function filterOfDraft({ of, lines }: DraftGroup): Filter {
  const nodes = lines.map((line): Node => ("of" in line ? filterOfDraft(line) : line.condition));
  return of === "all" ? { all: nodes } : { any: nodes };
}

/** A group whose line of that key is another, or gone. */
export function withLine(group: DraftGroup, key: string, next: DraftNode | null): DraftGroup {
  const lines = group.lines.flatMap((line) => (line.key === key ? (next ? [next] : []) : [line]));
  return { ...group, lines };
}

/** The first line that says nothing yet: a group without lines, or a condition with nothing chosen or written. */
export function firstUnsaid(group: DraftGroup): DraftNode | null {
  if (group.lines.length === 0) return group;
  for (const line of group.lines) {
    const unsaid = "of" in line ? firstUnsaid(line) : isSaid(line.condition) ? null : line;
    if (unsaid) return unsaid;
  }
  return null;
}

/** Whether a condition says something yet. */
export function isSaid(condition: Condition): boolean {
  if ("has" in condition) return condition.has.trim() !== "";
  return !("is" in condition) || condition.is.length > 0;
}
