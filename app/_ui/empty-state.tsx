import type { ReactNode } from "react";

type Props = {
  icon?: ReactNode;
  title: string;
  /** One sentence on what will appear here. */
  text?: ReactNode;
  action?: ReactNode;
  /** 1 where it is the whole page. */
  level?: 1 | 2;
};

/** Where nothing is yet: what will come, and one thing to do. */
export function EmptyState({ icon, title, text, action, level = 2 }: Props) {
  const Heading = `h${level}` as const;
  return (
    <div className="grid justify-items-center gap-2 px-6 py-12 text-center">
      {icon ? (
        <span className="mb-2 grid size-12 place-items-center rounded-full bg-hover text-ink-3">{icon}</span>
      ) : null}
      <Heading className="type-title text-balance">{title}</Heading>
      {text ? <p className="max-w-90 text-pretty text-body text-ink-2">{text}</p> : null}
      {action ? <div className="mt-3 flex flex-wrap justify-center gap-2">{action}</div> : null}
    </div>
  );
}
