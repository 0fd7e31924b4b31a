"use client";

import { useState } from "react";
import type { ColumnView } from "#lib/imports/load-import";
import type { ImportView } from "#lib/imports/view-import";
import { Banner } from "#ui/banner";
import { Button } from "#ui/button";
import { Card, CardHead } from "#ui/card";
import { Select } from "#ui/select";
import { useImportMessages } from "../../../../_i18n/import-language";
import { FIELDS } from "../fields";

type Props = {
  view: ImportView;
  columns: readonly ColumnView[];
  busy: boolean;
  problem: string | null;
  onTry: (columns: (string | null)[]) => void;
};

/** What each column of the file holds, as its heading says or as the member says, and the way to the dry run. */
export function ColumnsCard({ view, columns, busy, problem, onTry }: Props) {
  const { importing } = useImportMessages();
  const [chosen, setChosen] = useState(view.columns);
  const nameOf = (at: number) => columns[at]?.heading || importing.noHeading(at + 1);
  /** A field is one column's: where another had it, that one is left out. */
  const choose = (at: number, field: string | null) =>
    setChosen((held) => held.map((one, place) => (place === at ? field : one === field ? null : one)));
  return (
    <Card aria-labelledby="import-columns">
      <CardHead id="import-columns" title={importing.columnsTitle} text={importing.columnsText} />
      <ul className="divide-y divide-line border-line border-y">
        {columns.map(({ at, examples }) => (
          <li key={at} className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-2.5">
            <span className="grid min-w-0 grow basis-50">
              <bdi className="truncate font-label text-label">{nameOf(at)}</bdi>
              <bdi className="truncate text-caption text-ink-3">
                {examples.filter((example) => example !== "").join(" · ")}
              </bdi>
            </span>
            <Select
              className="w-60 max-w-full"
              aria-label={importing.holdsOf(nameOf(at))}
              value={chosen[at] ?? ""}
              onChange={(event) => choose(at, event.currentTarget.value || null)}
            >
              <option value="">{importing.leftOut}</option>
              {FIELDS[view.kind].map((field) => (
                <option key={field} value={field}>
                  {importing.fields[field]}
                </option>
              ))}
            </Select>
          </li>
        ))}
      </ul>
      <div className="grid gap-3 px-4 py-3.5">
        {problem ? (
          <Banner tone="danger" role="alert">
            {problem}
          </Banner>
        ) : null}
        <p className="text-pretty text-caption text-ink-2">{importing.of[view.kind].note}</p>
        <div>
          <Button variant={view.state === "tried" ? "secondary" : "primary"} busy={busy} onClick={() => onTry(chosen)}>
            {view.state === "tried" ? importing.tryAgain : importing.try}
          </Button>
        </div>
      </div>
    </Card>
  );
}
