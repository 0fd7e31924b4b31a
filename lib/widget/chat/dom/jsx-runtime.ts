/**
 * The chat's JSX. An element is a plain record, a component is a function called on the spot, and `draw.ts` makes the
 * page equal to them. Components hold no state; all of it is in the store.
 */
export type Element = { tag: string; key: string | undefined; props: Attributes };
export type Child = Element | string | number | boolean | null | undefined | Group;
type Group = readonly Child[] & { key?: string | undefined };

export type Attributes = {
  children?: Child;
  /** Called once with the element, when it is made. */
  ref?: ((element: never) => void) | undefined;
  /** Custom properties only, set through the CSSOM: the page's CSP refuses style attributes. */
  style?: Readonly<Record<`--${string}`, string | number>>;
  [attribute: string]: unknown;
};

type Component = (props: Record<string, unknown>) => Child;

export const Fragment = "";

/** What the compiler turns `<tag …>` into. */
export function jsx(tag: string | Component, props: Attributes, key?: string): Child {
  if (typeof tag === "function") return named(tag(props), key);
  if (tag === Fragment) return named([props.children], key);
  return { tag, key, props };
}

export const jsxs = jsx;

function named(child: Child, key: string | undefined): Child {
  return key === undefined ? child : Object.assign([child], { key });
}

type On<E, Event> = (event: Event & { readonly currentTarget: E }) => void;

type Html<E> = {
  key?: string;
  children?: Child;
  ref?: (element: E) => void;
  style?: Attributes["style"];
  onClick?: On<E, MouseEvent>;
  onInput?: On<E, InputEvent>;
  onChange?: On<E, globalThis.Event>;
  onSubmit?: On<E, SubmitEvent>;
  onKeyDown?: On<E, KeyboardEvent>;
  onPaste?: On<E, ClipboardEvent>;
  onScroll?: On<E, globalThis.Event>;
  onError?: On<E, globalThis.Event>;
} & {
  [name in
    | "class"
    | "id"
    | "role"
    | "dir"
    | "type"
    | "href"
    | "target"
    | "rel"
    | "src"
    | "alt"
    | "width"
    | "height"
    | "loading"
    | "referrerpolicy"
    | "placeholder"
    | "enterkeyhint"
    | "inputmode"
    | "rows"
    | "tabindex"
    | "viewBox"
    | "name"
    | "autocomplete"
    | "preload"
    | "download"
    | "d"
    | "value"]?: string | number;
} & { [name in "checked" | "required" | "hidden" | "multiple" | "controls"]?: boolean } & {
  [name in `aria-${string}`]?: string | undefined;
};

export declare namespace JSX {
  type Element = Child;
  type IntrinsicElements = { [name in keyof HTMLElementTagNameMap]: Html<HTMLElementTagNameMap[name]> } & {
    [name in "svg" | "path"]: Html<SVGElement>;
  };
  interface ElementChildrenAttribute {
    children: unknown;
  }
  interface IntrinsicAttributes {
    key?: string;
  }
}
