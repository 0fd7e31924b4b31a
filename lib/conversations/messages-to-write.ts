import { splitText } from "./split-text";
import type { AttachmentView } from "./view-message";

/** The most pictures that one Messenger message carries here. */
export const PICTURES_MAX = 10;

export type Piece = { body: string; files: readonly AttachmentView[]; replyTo: string | null };

function together(files: readonly AttachmentView[]): AttachmentView[][] {
  const groups: AttachmentView[][] = [];
  for (const file of files) {
    const last = groups.at(-1);
    const joins = file.kind === "image" && last?.[0]?.kind === "image" && last.length < PICTURES_MAX;
    if (joins) last.push(file);
    else groups.push([file]);
  }
  return groups;
}

/**
 * What stands in the composer as the Messenger messages it becomes, in order: words and files never share one, pictures
 * chosen one after the other do, and a long text is split. The first of them answers `replyTo`.
 */
export function messagesToWrite(
  text: string,
  files: readonly AttachmentView[],
  replyTo: string | null,
  most: number,
): Piece[] {
  const pieces = [
    ...together(files).map((group) => ({ body: "", files: group })),
    ...splitText(text, most).map((body) => ({ body, files: [] })),
  ];
  return pieces.map((piece, place) => ({ ...piece, replyTo: place === 0 ? replyTo : null }));
}
