import { expect, test } from "vitest";
import { messagesToWrite, PICTURES_MAX } from "./messages-to-write";
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
