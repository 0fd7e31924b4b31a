"use client";

import { Check } from "lucide-react";
import { useMessages } from "#app/_i18n/language";
import type { Role } from "#lib/shops/actor";
import { Card } from "#ui/card";

const ROLES: readonly Role[] = ["owner", "admin", "agent"];

const MAY = {
  answer: ["owner", "admin", "agent"],
  see: ["owner", "admin", "agent"],
  storefront: ["owner", "admin"],
  team: ["owner", "admin"],
  owners: ["owner"],
} as const satisfies Record<string, readonly Role[]>;

/** What each role may do, as the commands decide it. */
export function RolesCard() {
  const { team, shop, common } = useMessages();
  const rows: [keyof typeof MAY, readonly Role[]][] = [
    ["answer", MAY.answer],
    ["see", MAY.see],
    ["storefront", MAY.storefront],
    ["team", MAY.team],
    ["owners", MAY.owners],
  ];
  return (
    <Card className="px-4 py-3.5">
      <h2 id="roles" className="mb-1.5 font-heading text-body">
        {team.rolesTitle}
      </h2>
      <table aria-labelledby="roles" className="w-full table-fixed hyphens-auto break-words text-label leading-snug">
        <thead>
          <tr className="text-caption text-ink-3">
            <td className="w-1/3 sm:w-2/5" />
            {ROLES.map((role) => (
              <th key={role} scope="col" className="pb-1.5 font-normal">
                {shop.roles[role]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([ability, allowed]) => (
            <tr key={ability} className="border-line border-t">
              <th scope="row" className="py-1.5 pr-2 text-left font-normal">
                {team.abilities[ability]}
              </th>
              {ROLES.map((role) => (
                <td key={role} className="px-1 text-center">
                  {allowed.includes(role) ? (
                    <>
                      <Check aria-hidden="true" size={16} className="mx-auto text-success-ink" />
                      <span className="sr-only">{common.yes}</span>
                    </>
                  ) : (
                    <span className="text-ink-3">{common.no}</span>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  );
}
