import { expect, it, vi } from "vitest";
import type { VisitorApi } from "./api";
import { createChat } from "./chat";
import { session } from "./chat-fixture";
import { initialState } from "./state";
import { createStore } from "./store";

const part = vi.hoisted(() => vi.fn());
vi.mock("./part", () => ({ loadPart: part, keepLoading: part }));

it.each([
  [true, [["cards"]]],
  [false, []],
])("fetches the login before there is a conversation only where the address asks: %s", async (login, fetched) => {
  vi.stubGlobal("document", { hidden: false, activeElement: null });
  vi.stubGlobal("requestAnimationFrame", () => 0);
  part.mockReset().mockResolvedValue({});
  const api = { session: async () => ({ ok: true, value: session() }) } as unknown as VisitorApi;
  const bridge = { framed: false, tell: () => {} };
  const store = createStore(initialState);
  await createChat({ slug: "shop", api, store, bridge, unavailable: "", login, forgotten: () => {} }).load();
  expect(part.mock.calls).toEqual(fetched);
});
