/** As much of a page as drawing touches, for tests without a browser. Every insertion of a node already there is counted as a move. */
export class StandInNode {
  parentNode: StandInNode | null = null;
  childNodes: StandInNode[] = [];
  moves = 0;

  get firstChild(): StandInNode | null {
    return this.childNodes[0] ?? null;
  }

  get nextSibling(): StandInNode | null {
    const siblings = this.parentNode?.childNodes ?? [];
    return siblings[siblings.indexOf(this) + 1] ?? null;
  }

  insertBefore(node: StandInNode, before: StandInNode | null) {
    if (node.parentNode) {
      node.moves += 1;
      node.parentNode.removeChild(node);
    }
    const at = before ? this.childNodes.indexOf(before) : this.childNodes.length;
    this.childNodes.splice(at, 0, node);
    node.parentNode = this;
  }

  removeChild(node: StandInNode) {
    this.childNodes = this.childNodes.filter((child) => child !== node);
    node.parentNode = null;
  }
}

export class StandInText extends StandInNode {
  data: string;

  constructor(data: string) {
    super();
    this.data = data;
  }
}

export class StandInElement extends StandInNode {
  readonly tag: string;
  readonly attributes = new Map<string, string>();
  readonly properties = new Map<string, string>();
  readonly style = { setProperty: (name: string, value: string) => void this.properties.set(name, value) };

  constructor(tag: string) {
    super();
    this.tag = tag;
  }

  setAttribute(name: string, value: string) {
    this.attributes.set(name, value);
  }

  removeAttribute(name: string) {
    this.attributes.delete(name);
  }

  /** What a reader would see of it, in one string. */
  get html(): string {
    const attributes = [...this.attributes].sort().map(([name, value]) => ` ${name}="${value}"`);
    const inside = this.childNodes.map((child) => {
      if (child instanceof StandInText) return child.data;
      return child instanceof StandInElement ? child.html : "";
    });
    return `<${this.tag}${attributes.join("")}>${inside.join("")}</${this.tag}>`;
  }
}

export const standInGlobals = {
  Text: StandInText,
  HTMLElement: StandInElement,
  SVGElement: class {},
  document: {
    createElement: (tag: string) => new StandInElement(tag),
    createElementNS: (_: string, tag: string) => new StandInElement(tag),
    createTextNode: (data: string) => new StandInText(data),
  },
};
