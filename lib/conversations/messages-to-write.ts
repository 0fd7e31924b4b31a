import { splitText } from "./split-text";
import type { AttachmentView } from "./view-message";

/** The longest message, in UTF-16 units, as a browser counts. */
export const MESSAGE_MAX = 4_000;
/** The most files that are sent at once. */
export const FILES_MAX = 10;
/** The most bytes a file may have. Source: Send API, attachment upload. */
export const FILE_MAX = 25_000_000;

/** The most pictures that one Messenger message carries here. */
export const PICTURES_MAX = 10;

export type Piece = { body: string; files: readonly AttachmentView[]; replyTo: string | null };

/**
 * Which of the files to add still fit beside those that are `held`, in their order, and what is wrong with the rest: the
 * first that is empty or too large, and whether there are too many.
 */
export function filesThatFit<F extends { size: number }>(files: readonly F[], held: number) {
  const sound = files.filter(({ size }) => size > 0 && size <= FILE_MAX);
  const fitting = sound.slice(0, Math.max(0, FILES_MAX - held));
  const wrong = files.find((file) => !sound.includes(file)) ?? null;
  return { fitting, wrong, tooMany: fitting.length < sound.length };
}

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
