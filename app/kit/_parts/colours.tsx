import { classNames } from "../../_ui/class-names";

const SWATCHES = [
  ["canvas", "bg-canvas text-ink"],
  ["surface", "bg-surface text-ink"],
  ["sunken", "bg-sunken text-ink"],
  ["hover", "bg-hover text-ink"],
  ["active", "bg-active text-ink"],
  ["selected", "bg-selected text-ink"],
  ["line-strong", "bg-line-strong text-ink"],
  ["control", "bg-control text-surface"],
  ["brand", "bg-brand text-on-brand"],
  ["brand-hover", "bg-brand-hover text-on-brand"],
  ["brand-soft", "bg-brand-soft text-brand-ink"],
  ["bubble-out", "bg-bubble-out text-ink"],
  ["note-soft", "bg-note-soft text-note-ink"],
  ["shop", "bg-shop text-on-shop"],
  ["shop-soft", "bg-shop-soft text-shop-ink"],
  ["tooltip", "bg-tooltip text-on-tooltip"],
  ["success", "bg-success text-on-success"],
  ["success-soft", "bg-success-soft text-success-ink"],
  ["warning", "bg-warning text-on-warning"],
  ["warning-soft", "bg-warning-soft text-warning-ink"],
  ["danger", "bg-danger text-on-danger"],
  ["danger-soft", "bg-danger-soft text-danger-ink"],
  ["info", "bg-info text-on-info"],
  ["info-soft", "bg-info-soft text-info-ink"],
] as const;

/** The tokens by name, each with the text that may stand on it. */
export function Colours() {
  return (
    <ul className="grid grid-cols-2 gap-2 sm:grid-cols-4 md:grid-cols-8">
      {SWATCHES.map(([name, look]) => (
        <li
          key={name}
          className={classNames(
            "flex h-16 flex-col justify-end rounded-[10px] border border-line px-2.5 py-2 text-micro",
            look,
          )}
        >
          {name === "control" ? (
            <span className="self-start rounded-xs bg-surface px-1.25 text-ink">{name}</span>
          ) : (
            name
          )}
        </li>
      ))}
    </ul>
  );
}
