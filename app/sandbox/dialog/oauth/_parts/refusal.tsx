import { ShieldAlert } from "lucide-react";

/** Said instead of the dialog when the request is not in order. There is no way on from here. */
export function Refusal({ title, text }: { title: string; text: string }) {
  return (
    <div role="alert" className="flex flex-col items-center gap-3 py-6 text-center">
      <ShieldAlert aria-hidden="true" size={32} className="text-danger-ink" />
      <h1 className="type-title">{title}</h1>
      <p className="max-w-88 text-body text-ink-2">{text}</p>
    </div>
  );
}
