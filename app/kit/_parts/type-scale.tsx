import type { KitTexts } from "#lib/i18n/kit";

const ROLES = [
  ["display", "Display 36/40", "type-display"],
  ["heading", "Heading 24/32", "type-heading"],
  ["title", "Title 18/24", "type-title"],
  ["lead", "Lead 16/24", "text-lead"],
  ["body", "Body 14/20", "text-body"],
  ["label", "Label 13/20", "font-semibold text-label"],
  ["caption", "Caption 12/16", "text-caption text-ink-3"],
  ["micro", "Micro 11/16", "text-micro text-ink-3"],
] as const;

export function TypeScale({ texts }: { texts: KitTexts }) {
  return (
    <dl className="wrap-anywhere grid items-baseline sm:grid-cols-[112px_minmax(0,1fr)] gap-x-4 gap-y-2.5">
      {ROLES.map(([role, name, look]) => (
        <div key={role} className="contents">
          <dt className="text-caption text-ink-3">{name}</dt>
          <dd className={look}>{texts.typeSamples[role]}</dd>
        </div>
      ))}
    </dl>
  );
}
