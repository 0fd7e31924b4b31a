import { beforeEach, expect, it, vi } from "vitest";
import type { Tools } from "../actions";
import type { VisitorApi } from "../api";
import { down, visit } from "../chat-fixture";
import { initialState } from "../state";
import { createStore } from "../store";
import { en } from "../words/en";
import { rate, typeComment, unsentOf } from "./rate";

const rating = { seq: 7, score: null, comment: "" };
const kept = new Map<string, string>();
const storage = {
  getItem: (key: string) => kept.get(key) ?? null,
  setItem: (key: string, text: string) => void kept.set(key, text),
  removeItem: (key: string) => void kept.delete(key),
};

beforeEach(() => {
  kept.clear();
  vi.stubGlobal("sessionStorage", storage);
  vi.stubGlobal("requestAnimationFrame", () => 0);
});

function chatOf(conversation: string) {
  const store = createStore({ ...initialState, session: visit(conversation) });
  const post = vi.fn<VisitorApi["post"]>(async () => ({ ok: true, value: {} }));
  const load = vi.fn(async () => {});
  const tools = { slug: "shop", store, api: { post }, chat: { since: () => () => true, load }, words: en };
  return { post, load, tools: tools as unknown as Tools };
}

it("keeps what she chose and typed when the shop refuses it, and says why", async () => {
  const { post, tools } = chatOf("one");
  typeComment(tools, rating, "Quick and kind");
  post.mockResolvedValueOnce({ ...down, status: 409, message: "This can no longer be rated.", retry: false });
  await rate(tools, rating, 4, "Quick and kind");
  expect(unsentOf(tools, rating)).toMatchObject({
    ...{ score: 4, comment: "Quick and kind", saving: false, problem: "This can no longer be rated." },
  });
  expect([...kept.values()].join()).toContain("Quick and kind");
});

it("forgets it once the shop has it, and asks for the visit as it is then", async () => {
  const { post, load, tools } = chatOf("two");
  typeComment(tools, rating, "Quick");
  await rate(tools, rating, 5, "Quick");
  expect(post).toHaveBeenCalledWith("rating", { seq: 7, score: 5, comment: "Quick" });
  expect(load).toHaveBeenCalledOnce();
  expect(unsentOf(tools, rating)).toMatchObject({ score: null, comment: null, problem: null });
  expect(kept.size).toBe(0);
});

it("holds back words that are too long, and sends a tap without any", async () => {
  const { post, tools } = chatOf("three");
  await rate(tools, rating, 3, "x".repeat(501));
  expect(post).not.toHaveBeenCalled();
  expect(unsentOf(tools, rating).problem).toContain("1");
  await rate(tools, rating, 3);
  expect(post).toHaveBeenCalledWith("rating", { seq: 7, score: 3 });
});

it("shows nothing of one conversation in another", () => {
  const { tools } = chatOf("four");
  typeComment(tools, rating, "Hers");
  expect(unsentOf(chatOf("five").tools, rating).comment).toBeNull();
});
