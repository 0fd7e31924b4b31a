import { Check, X } from "lucide-react";
import { useMessages } from "#app/_i18n/language";
import type { Role } from "#lib/shops/actor";

/** What a role may do, and what it may not. */
export function RoleList({ role }: { role: Role }) {
  const { join } = useMessages();
  const never = join.mayNot[role];
  return (
    <ul className="mt-3.5 mb-1 w-full rounded-lg border border-line px-3.5 py-1.5 text-left text-[0.9375rem] leading-snug text-ink-2 md:text-label leading-snug">
      {join.may[role].map((sentence) => (
        <li key={sentence} className="flex gap-2.5 py-1.75">
          <Check aria-hidden="true" size={16} className="mt-px text-success-ink" />
          {sentence}
        </li>
      ))}
      {never ? (
        <li className="flex gap-2.5 py-1.75">
          <X aria-hidden="true" size={16} className="mt-px text-ink-3" />
          {never}
        </li>
      ) : null}
    </ul>
  );
}
