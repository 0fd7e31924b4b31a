import { expect } from "@playwright/test";
import { ask } from "./raw";

/** Lets so many shoppers write to a shop, each from a browser of her own, and nothing be drawn for any of them. */
export async function manyWrite(url: string, slug: string, count: number, word: string): Promise<void> {
  const at = (path: string) => `/api/widget/${slug}/${path}`;
  const post = (path: string, body: object, cookie = "") =>
    ask(url, at(path), {
      method: "POST",
      headers: { origin: url, "content-type": "application/json", ...(cookie ? { cookie } : {}) },
      body: JSON.stringify(body),
    });
  for (let n = 1; n <= count; n += 1) {
    const begun = await post("session", { locale: "en" });
    expect(begun.status, begun.body).toBe(201);
    const cookie = (begun.headers["set-cookie"] ?? []).map((one) => one.split(";")[0]).join("; ");
    const sent = await post("messages", { clientKey: crypto.randomUUID(), body: `${word} ${n}` }, cookie);
    expect(sent.status, sent.body).toBe(201);
  }
}
