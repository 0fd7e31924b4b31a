import { type ReactNode, useId } from "react";
import { classNames } from "./class-names";

/** What the control inside must carry so that its label, hint and error are read with it. */
export type FieldControl = {
  id: string;
  "aria-describedby"?: string;
  "aria-invalid"?: true;
};

type Props = {
  label: string;
  hint?: ReactNode;
  /** What is wrong, as a sentence; read at once when it appears. */
  error?: string | undefined;
  className?: string;
  children: (control: FieldControl) => ReactNode;
};

/** A label, a control, and under it what helps or what is wrong. */
export function Field({ label, hint, error, className, children }: Props) {
  const id = useId();
  const described = [hint ? `${id}-hint` : "", error ? `${id}-error` : ""].filter(Boolean).join(" ");
  const control: FieldControl = {
    id,
    ...(described ? { "aria-describedby": described } : {}),
    ...(error ? { "aria-invalid": true } : {}),
  };
  return (
    <div className={classNames("flex min-w-0 flex-col gap-1.5", className)}>
      <label htmlFor={id} className="font-label text-label">
        {label}
      </label>
      {children(control)}
      {hint ? (
        <p id={`${id}-hint`} className="text-caption text-ink-3">
          {hint}
        </p>
      ) : null}
      <p id={`${id}-error`} aria-live="polite" className={error ? "text-caption text-danger-ink" : "sr-only"}>
        {error}
      </p>
    </div>
  );
}
