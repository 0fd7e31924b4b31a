import type { Attributes, Child, Element as Wanted } from "./jsx-runtime";

type Known = HTMLElement | SVGElement;

const drawn = new WeakMap<Node, Wanted>(); // what each element was last made equal to
const inside = new WeakMap<Node, Map<string, Node>>(); // the children of each element, by their key

/**
 * Makes the children of `parent` equal to `wanted`, touching only what differs: an element stays the same element, with
 * its focus, its scroll and what is typed in it, as long as its tag and its key (or else its place) stay the same.
 */
export function draw(parent: Node, wanted: Child) {
  const list = new Map<string, Wanted | string>();
  flatten(wanted, "", list);
  const before = inside.get(parent) ?? new Map<string, Node>();
  const after = new Map<string, Node>();
  for (const [key, child] of list) after.set(key, reuse(before.get(key), child) ?? make(child));
  const staying = new Set(after.values());
  for (const node of before.values()) if (!staying.has(node)) parent.removeChild(node); // first, so that nothing else need move
  inside.set(parent, after);
  let place = parent.firstChild;
  for (const [key, node] of after) {
    if (node === place) place = place.nextSibling;
    else parent.insertBefore(node, place);
    update(node, list.get(key));
  }
}

function flatten(child: Child, path: string, list: Map<string, Wanted | string>) {
  if (child === null || child === undefined || typeof child === "boolean" || child === "") return;
  if (Array.isArray(child)) {
    for (const [i, inner] of child.entries()) flatten(inner, `${path}/${keyOf(inner) ?? i}`, list);
  } else {
    const key = list.has(path) ? `${path}/${list.size}` : path; // two of one key are still two
    list.set(key, isElement(child) ? child : `${child}`);
  }
}

function keyOf(child: Child) {
  return typeof child === "object" ? child?.key : undefined;
}

function isElement(child: Child): child is Wanted {
  return typeof child === "object" && child !== null && "tag" in child;
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

function update(node: Node, child: Wanted | string | undefined) {
  const before = drawn.get(node);
  if (!isElement(child) || before === child || !(node instanceof HTMLElement || node instanceof SVGElement)) return;
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
