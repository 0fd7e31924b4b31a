import { expect, it } from "vitest";
import { getFile, putFile, removeFile } from "./files";
import { newId } from "./ids";
import { servedType, sniffType } from "./sniff-type";

it("keeps, replaces and forgets the bytes of a key", async () => {
  const key = `${newId()}/${newId()}`;
  expect(await getFile(key)).toBeNull();
  await putFile(key, Buffer.from([1, 2, 3]));
  await putFile(key, Buffer.from([4]));
  expect(await getFile(key)).toEqual(Buffer.from([4]));
  await removeFile(key);
  await removeFile(key);
  expect(await getFile(key)).toBeNull();
});

it.each(["", "/", "a//b", "../a", "a/../b", "a/.", "/etc/passwd", "a\\b", "a\u0000", "a.png", "é"])(
  "takes no key like %j",
  async (key) => {
    for (const use of [() => putFile(key, Buffer.of(1)), () => getFile(key), () => removeFile(key)])
      await expect(use()).rejects.toThrow("not the key of a file");
  },
);

it("tells what bytes are, whatever they are called", () => {
  const iso = (brand: string) => Buffer.from(`\0\0\0\x20ftyp${brand}\0\0`, "latin1");
  expect(
    [
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0]),
      Buffer.from([0xff, 0xd8, 0xff, 0xe0]),
      Buffer.from("GIF89a"),
      Buffer.from("RIFF\0\0\0\0WEBPVP8 "),
      Buffer.from("RIFF\0\0\0\0WAVEfmt "),
      iso("isom"),
      iso("M4A "),
      Buffer.from([0x1a, 0x45, 0xdf, 0xa3]),
      Buffer.from("OggS\0"),
      Buffer.from("ID3\x03"),
      Buffer.from([0xff, 0xfb, 0x90, 0x00]),
      Buffer.from("%PDF-1.7"),
    ].map(sniffType),
  ).toEqual([
    ...["image/png", "image/jpeg", "image/gif", "image/webp", "audio/wav", "video/mp4", "audio/mp4", "video/webm"],
    ...["audio/ogg", "audio/mpeg", "audio/mpeg", "application/pdf"],
  ]);
  for (const text of ["<svg xmlns='http://www.w3.org/2000/svg'/>", "<html>", "", "a"])
    expect(sniffType(Buffer.from(text))).toBe("application/octet-stream");
  expect([servedType(iso("isom"), "audio"), servedType(iso("isom"), "video")]).toEqual(["audio/mp4", "video/mp4"]);
});
