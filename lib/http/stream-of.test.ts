import { expect, it } from "vitest";
import { streamOf } from "./stream-of";

async function* letters(ended: () => void, broken = false): AsyncGenerator<Uint8Array> {
  try {
    for (const letter of "abc") yield Buffer.from(letter);
    if (broken) throw new Error("a part is gone");
  } finally {
    ended();
  }
}

it("gives all, ends with a reader who leaves early, and breaks where the source does", async () => {
  const ends: string[] = [];
  expect(await new Response(streamOf(letters(() => ends.push("read")))).text()).toBe("abc");
  const reader = streamOf(letters(() => ends.push("left"))).getReader();
  expect((await reader.read()).value).toEqual(Buffer.from("a"));
  await reader.cancel();
  expect(ends).toEqual(["read", "left"]);
  const broken = new Response(streamOf(letters(() => ends.push("broken"), true)));
  await expect(broken.text()).rejects.toThrow("a part is gone");
});
