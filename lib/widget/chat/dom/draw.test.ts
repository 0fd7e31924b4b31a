import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { draw } from "./draw";
import { type Child, Fragment, jsx } from "./jsx-runtime";
import { StandInElement, standInGlobals } from "./page-stand-in";

beforeAll(() => {
  for (const [name, value] of Object.entries(standInGlobals)) vi.stubGlobal(name, value);
});
afterAll(() => {
  vi.unstubAllGlobals();
});

function page() {
  const root = new StandInElement("root");
  return { root, show: (wanted: Child) => draw(root as unknown as Node, wanted) };
}

const key = fc.option(fc.constantFrom("a", "b", "c", "d", "e"), { nil: undefined });
const tree = fc.letrec<{ child: Child }>((tie) => ({
  child: fc.oneof(
    { depthSize: "small" },
    fc.constantFrom(null, undefined, false, true, "", "words", 7),
    fc
      .tuple(
        fc.constantFrom("p", "b", Fragment),
        fc.array(tie("child"), { maxLength: 5 }),
        key,
        fc.dictionary(fc.constantFrom("class", "title", "hidden"), fc.constantFrom("x", 3, true, false, undefined)),
      )
      .map(([tag, children, name, attributes]) => jsx(tag, { ...attributes, children }, name)),
  ),
})).child;

describe("drawing", () => {
  it("makes the page equal to what is wanted, whatever was there before", () => {
    fc.assert(
      fc.property(fc.array(tree, { minLength: 1, maxLength: 5 }), (wanted) => {
        const { root, show } = page();
        for (const child of wanted) show(child);
        const fresh = page();
        fresh.show(wanted.at(-1));
        expect(root.html).toBe(fresh.root.html);
      }),
    );
  });

  const row = (name: string) => jsx("p", { children: name }, name);

  it("keeps the element of a key, and moves none when others come or go around it", () => {
    const { root, show } = page();
    show([["b", "c", "d"].map(row)]);
    const held = root.childNodes[1];
    show([["a", "c", "e"].map(row)]);
    expect(root.html).toBe("<root><p>a</p><p>c</p><p>e</p></root>");
    expect(root.childNodes[1]).toBe(held);
    expect(held?.moves).toBe(0);
  });

  it("keeps an element whose neighbour comes and goes, by its place", () => {
    const { root, show } = page();
    show([false, jsx("textarea", {})]);
    const box = root.childNodes[0];
    show([jsx("p", { children: "hint" }), jsx("textarea", {})]);
    expect(root.childNodes[1]).toBe(box);
    expect(box?.moves).toBe(0);
  });

  it("shows two rows of one key as two", () => {
    const { root, show } = page();
    show([[row("a"), row("a")]]);
    expect(root.childNodes).toHaveLength(2);
  });

  it("hands an element to its ref once, and listens through the newest handler", () => {
    const { root, show } = page();
    const made = vi.fn();
    const [first, second] = [vi.fn(), vi.fn()];
    show(jsx("button", { ref: made, onClick: first }));
    show(jsx("button", { ref: made, onClick: second }));
    expect(made).toHaveBeenCalledTimes(1);
    expect(Reflect.get(root.childNodes[0] ?? {}, "onclick")).toBe(second);
  });

  it("puts a value back that was typed over, and sets custom properties through the style object", () => {
    const { root, show } = page();
    show(jsx("input", { value: "drawn", style: { "--h": 3 } }));
    const input = root.childNodes[0] as StandInElement;
    Reflect.set(input, "value", "typed");
    show(jsx("input", { value: "drawn", style: { "--h": 3 } }));
    expect(Reflect.get(input, "value")).toBe("drawn");
    expect(input.properties.get("--h")).toBe("3");
  });
});
