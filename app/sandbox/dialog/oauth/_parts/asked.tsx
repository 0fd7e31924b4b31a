import { Check } from "lucide-react";
import type { Scope } from "#lib/sandbox/login/scopes";

type Texts = { public_profile: string; email: string; user_messenger_contact: string; pages: string };

function textOf(scope: Scope, texts: Texts): string {
  if (scope === "public_profile" || scope === "email" || scope === "user_messenger_contact") return texts[scope];
  return texts.pages;
}

/** What the app asks the person for, each thing once. */
export function Asked({ title, scopes, texts }: { title: string; scopes: readonly Scope[]; texts: Texts }) {
  const things = [...new Set(scopes.map((scope) => textOf(scope, texts)))];
  return (
    <div className="rounded-lg bg-sunken px-4 py-3">
      <h2 className="font-label text-ink-2 text-label">{title}</h2>
      <ul className="mt-1 flex flex-wrap gap-x-5 gap-y-1">
        {things.map((thing) => (
          <li key={thing} className="flex items-center gap-1.5 text-label">
            <Check aria-hidden="true" size={14} className="text-success-ink" />
            {thing}
          </li>
        ))}
      </ul>
    </div>
  );
}
