import { setTimeout as pause } from "node:timers/promises";
import { expect, type Frame, type FrameLocator, type Page } from "@playwright/test";
import { SHOP } from "./address";
import { logOf, write } from "./chat";
import { reply, threadOf } from "./inbox";
import { SLOWER } from "./patience";

/** Goes on writing numbered messages until stopped; `wrote` holds what was taken, in order. */
export type Writer = { name: string; wrote: string[]; failed: Error | null; stop: () => Promise<void> };

/** A person writes no faster, and whoever does is asked by the chat to wait (429). */
const PACE_MS = 1_000;

const PATIENT = { timeout: 30_000 * SLOWER };

function keepWriting(name: string, writeOne: (text: string) => Promise<void>): Writer {
  let stopped = false;
  const writer: Writer = { name, wrote: [], failed: null, stop: async () => undefined };
  async function run() {
    for (let n = 1; !stopped; n++) {
      const text = `${name} ${n}.`;
      await Promise.all([writeOne(text), pause(PACE_MS)]);
      writer.wrote.push(text);
    }
  }
  const done = run().catch((error: unknown) => {
    writer.failed = error instanceof Error ? error : new Error(String(error));
  });
  writer.stop = async () => {
    stopped = true;
    await done;
  };
  return writer;
}

/** The shopper at her chat; she writes the next message once the one before stands there as sent. */
export function shopperWriter(chat: FrameLocator): Writer {
  return keepWriting("Shopper", async (text) => {
    await write(chat, text);
    await expect(logOf(chat).getByText(text, { exact: true })).toHaveCount(1, PATIENT);
    await expect(logOf(chat).locator(".draft")).toHaveCount(0, PATIENT);
  });
}

/** A member at her inbox. She does not wait for the connection: what she wrote may stand there unsent. */
export function memberWriter(page: Page): Writer {
  return keepWriting("Member", async (text) => {
    await reply(page, text);
    await expect(threadOf(page).getByText(text, { exact: true })).toHaveCount(1, PATIENT);
    await expect(threadOf(page).getByText(/^Sending$|^Waiting/)).toHaveCount(0, PATIENT);
  });
}

/** What the chat's API answered to one message: the message it holds, or in words why there was none. */
type Answer = { id: string; seq: number } | { none: string };

/** Sends one message from the chat's own page; a broken connection and an answer that breaks off are answers too. */
async function post(frame: Frame, clientKey: string, body: string): Promise<Answer> {
  return frame.evaluate(
    async ([shop, key, text]) => {
      const ask = async () => {
        const sent = await fetch(`/api/widget/${shop}/messages`, {
          method: "POST",
          headers: { "content-type": "application/json" },
          body: JSON.stringify({ clientKey: key, body: text }),
          signal: AbortSignal.timeout(5_000),
        });
        if (sent.status !== 201) return { none: `${sent.status} ${await sent.text()}` };
        const { message } = await sent.json();
        return { id: String(message.id), seq: Number(message.seq) };
      };
      return ask().catch((error: unknown) => ({ none: String(error) }));
    },
    [SHOP, clientKey, body] as const,
  );
}

/** A client of the chat's API under the shopper's cookie: tries under one key until it is answered, then once more. */
export function apiWriter(frame: Frame): Writer {
  return keepWriting("Client", async (text) => {
    const clientKey = crypto.randomUUID();
    const asked: string[] = [];
    async function ask() {
      const began = Date.now();
      const answer = await post(frame, clientKey, text);
      if ("none" in answer) asked.push(`after ${Date.now() - began} ms: ${answer.none}`);
      return answer;
    }
    let taken: Answer = { none: "not asked" };
    await expect(async () => {
      taken = await ask();
      expect(taken, asked.join("\n")).not.toHaveProperty("none");
    }).toPass({ ...PATIENT, intervals: [100] });
    const again = await ask();
    if (!("none" in again)) expect(again, "the same message, however often it is sent").toEqual(taken);
  });
}
