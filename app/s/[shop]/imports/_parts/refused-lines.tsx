"use client";

import { Download } from "lucide-react";
import { refusalWords } from "#lib/imports/refusal-words";
import type { ImportView } from "#lib/imports/view-import";
import { TextLink } from "#ui/text-link";
import { useImportMessages } from "../../../../_i18n/import-language";
import { useFormat } from "../../../../_i18n/language";

/** The lines that cannot be taken, each with its number and why, and all of them as a file while it is kept. */
export function RefusedLines({ slug, view }: { slug: string; view: ImportView }) {
  const { importing } = useImportMessages();
  const format = useFormat();
  const { refusedLines, counts, fileUntil } = view;
  if (refusedLines.length === 0) return null;
  const more = counts.refused - refusedLines.length;
  return (
    <section aria-labelledby="refused-lines" className="grid gap-2 border-line border-t px-4 py-3.5">
      <h3 id="refused-lines" className="font-heading text-label">
        {importing.refusedTitle}
      </h3>
      <ol className="grid gap-1.5 text-label">
        {refusedLines.map((line) => (
          <li key={line.line} className="flex flex-wrap gap-x-3">
            <span className="w-24 shrink-0 text-ink-3 tabular-nums">{importing.refusedLine(line.line)}</span>
            <span className="min-w-0 flex-1 basis-60 text-pretty">{refusalWords(importing, line)}</span>
          </li>
        ))}
      </ol>
      {more > 0 ? <p className="text-caption text-ink-3">{importing.refusedMore(more)}</p> : null}
      {fileUntil ? (
        <p className="flex flex-wrap items-center gap-x-2 text-caption text-ink-3">
          <Download aria-hidden="true" size={14} />
          <TextLink href={`/api/v1/shops/${slug}/imports/${view.id}/refused`} download>
            {importing.download}
          </TextLink>
          <span>{importing.downloadUntil(format.fullDate(fileUntil))}</span>
        </p>
      ) : null}
    </section>
  );
}
