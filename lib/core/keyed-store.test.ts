import { expect, it } from "vitest";
import { KeyedStore } from "./keyed-store";

it("tells who listens under an id when its value is forgotten, and nobody else", () => {
  const store = new KeyedStore<string>();
  const heard: string[] = [];
  for (const id of ["ame", "kofi"]) {
    store.set(id, `${id}'s words`);
    store.subscribe(id, () => heard.push(`${id}: ${store.get(id)}`));
  }
  store.deleteWhere((words) => words.startsWith("ame"));
  expect([heard, store.get("ame"), store.get("kofi")]).toEqual([["ame: undefined"], undefined, "kofi's words"]);
  store.change("ame", () => "back");
  expect(store.get("ame")).toBeUndefined();
});

it("forgets what is longest unused beyond the most it holds, never what is on screen", () => {
  const store = new KeyedStore<number>(3);
  const held = () => ["a", "b", "c", "d", "e"].filter((id) => store.get(id) !== undefined);
  store.set("a", 1);
  store.set("b", 2);
  store.set("c", 3);
  store.subscribe("a", () => undefined);
  store.subscribe("b", () => undefined)();
  store.set("d", 4);
  expect(held()).toEqual(["a", "b", "d"]);
  store.set("e", 5);
  expect(held()).toEqual(["a", "d", "e"]);
});
