"use client";

import type { ContactView } from "#lib/contacts/load-contact";
import { useFormat, useMessages } from "../../../../_i18n/language";
import { DetailsSection } from "./details-section";

/** What the shop's own page says of the contact: by itself nobody's proof, and it says so. */
export function DetailsAttributes({ attributes }: { attributes: ContactView["attributes"] }) {
  const { toldByPage } = useMessages().inbox;
  const format = useFormat();
  if (attributes.length === 0) return null;
  const said = (value: ContactView["attributes"][number]["value"]) =>
    typeof value === "boolean"
      ? toldByPage[value ? "yes" : "no"]
      : typeof value === "number"
        ? format.number(value)
        : value;
  return (
    <DetailsSection title={toldByPage.title}>
      <dl className="grid gap-1 text-label">
        {attributes.map(({ name, value, signed }) => (
          <div key={name} className="flex flex-wrap justify-between gap-x-4">
            <dt className="text-ink-3">
              <bdi>{name}</bdi>
            </dt>
            <dd className="min-w-0 [overflow-wrap:anywhere]">
              <bdi>{said(value)}</bdi>
              {signed ? null : <span className="text-caption text-ink-3"> · {toldByPage.unproven}</span>}
            </dd>
          </div>
        ))}
      </dl>
    </DetailsSection>
  );
}
