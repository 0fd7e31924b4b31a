import type { Attributes, Child, Element as Wanted } from "./jsx-runtime";

type Known = HTMLElement | SVGElement;

const drawn = new WeakMap<Node, Wanted>(); // what each element was last made equal to
const inside = new WeakMap<Node, Map<string, Node>>(); // the children of each element, by their key

/**
 * Makes the children of `parent` equal to `wanted`, touching only what differs: an element stays the same element, with
 * its focus, its scroll and what is typed in it, as long as its tag and its key (or else its place) stay the same.
 */
export function draw(parent: Node, wanted: Child) {
  const list: [string, Wanted | string][] = [];
  flatten(wanted, "", list);
  const before = inside.get(parent) ?? new Map<string, Node>();
  const after = new Map(list.map(([key, child]) => [key, reuse(before.get(key), child) ?? make(child)]));
  const staying = new Set(after.values());
  for (const node of before.values()) if (!staying.has(node)) parent.removeChild(node); // first, so that nothing else need move
  inside.set(parent, after);
  let place = parent.firstChild;
  for (const [key, child] of list) {
    const node = after.get(key);
    if (!node) continue;
    if (node === place) place = place.nextSibling;
    else parent.insertBefore(node, place);
    if (typeof child === "object") update(node, child);
  }
}

function flatten(child: Child, path: string, list: [string, Wanted | string][]) {
  if (child === null || child === undefined || typeof child === "boolean" || child === "") return;
  if (typeof child !== "object") list.push([path, `${child}`]);
  else if ("tag" in child) list.push([path, child]);
  else child.forEach((inner, i) => flatten(inner, `${path}/${keyOf(inner) ?? i}`, list));
}

function keyOf(child: Child) {
  return typeof child === "object" ? child?.key : undefined;
}

function reuse(node: Node | undefined, child: Wanted | string) {
  if (typeof child === "object") return node && drawn.get(node)?.tag === child.tag ? node : null;
  if (!(node instanceof Text)) return null;
  if (node.data !== child) node.data = child;
  return node;
}

function make(child: Wanted | string): Node {
  if (typeof child === "string") return document.createTextNode(child);
  const svg = child.tag === "svg" || child.tag === "path";
  return svg ? document.createElementNS("http://www.w3.org/2000/svg", child.tag) : document.createElement(child.tag);
}

function update(node: Node, child: Wanted) {
  const before = drawn.get(node);
  if (before === child || !(node instanceof HTMLElement || node instanceof SVGElement)) return;
  drawn.set(node, child);
  draw(node, child.props.children);
  for (const name in { ...before?.props, ...child.props }) set(node, name, child.props[name], before?.props[name]);
  if (!before) (child.props.ref as ((element: Known) => void) | undefined)?.(node);
}

function set(element: Known, name: string, value: unknown, before: unknown) {
  if (name === "children" || name === "ref") return;
  if (name === "value" || name === "checked") {
    if (Reflect.get(element, name) !== value) Reflect.set(element, name, value); // what she typed or ticked may differ from what was drawn
  } else if (value === before) return;
  else if (name === "style") {
    for (const [property, setting] of Object.entries((value ?? {}) as NonNullable<Attributes["style"]>))
      element.style.setProperty(property, `${setting}`);
  } else if (name.startsWith("on")) Reflect.set(element, name.toLowerCase(), value);
  else if (value === undefined || value === null || value === false) element.removeAttribute(name);
  else element.setAttribute(name, value === true ? "" : `${value}`);
}
