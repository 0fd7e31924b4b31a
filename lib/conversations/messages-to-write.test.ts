import { expect, test } from "vitest";
import { FILE_MAX, filesThatFit, messagesToWrite, PICTURES_MAX } from "./messages-to-write";
import type { AttachmentView } from "./view-message";

function file(id: string, kind: AttachmentView["kind"] = "image"): AttachmentView {
  return { id, kind, state: "stored", fileName: id, contentType: null, bytes: 1, url: `/files/${id}` };
}

test("pictures go together, other files alone, words after them; the first message answers", () => {
  const files = [file("a"), file("b"), file("c", "audio"), file("d")];
  const written = messagesToWrite("one two three", files, "asked", 8);
  expect(written.map(({ body, files: own }) => body || own.map(({ id }) => id).join(""))).toEqual([
    "ab",
    "c",
    "d",
    "one two",
    "three",
  ]);
  expect(written.map(({ replyTo }) => replyTo)).toEqual(["asked", null, null, null, null]);
});

test("more pictures than a message holds make another one; nothing makes none", () => {
  const files = Array.from({ length: PICTURES_MAX + 1 }, (_, i) => file(String(i)));
  expect(messagesToWrite("", files, null, 8).map((piece) => piece.files.length)).toEqual([PICTURES_MAX, 1]);
  expect(messagesToWrite(" \n", [], "asked", 8)).toEqual([]);
});

test.each([
  ["two hundred files", 200, 0, 10],
  ["two more than there is room for", 4, 8, 2],
  ["one beyond what stands there", 1, 10, 0],
])("of %s those are kept that fit, and the rest is told", (_, count, held, kept) => {
  const files = Array.from({ length: count }, (_, at) => ({ name: `${at}`, size: 1 }));
  expect(filesThatFit(files, held)).toEqual({ fitting: files.slice(0, kept), wrong: null, tooMany: true });
});

test("an empty file and one too large take nobody's place", () => {
  const files = [0, FILE_MAX + 1, 5, FILE_MAX].map((size) => ({ size }));
  expect(filesThatFit(files, 8)).toEqual({ fitting: files.slice(2), wrong: files[0], tooMany: false });
});
