import { FlaskConical } from "lucide-react";

/** What stands on top of every page of the sandbox: that it is one. */
export function SandboxBar({ text }: { text: string }) {
  return (
    <header className="flex items-center justify-center gap-2 border-line border-b bg-surface px-4 py-2.5 text-center font-label text-ink-2 text-label">
      <FlaskConical aria-hidden="true" size={16} className="text-chart-4" />
      {text}
    </header>
  );
}
