type Touch = { at: number; group: unknown; address: string };

/**
 * Which fields of a page were changed and not saved since. Fields of one group are saved together, and those of none, which
 * make up the page itself; what was changed under an address that was left counts no more, nor does a field that is gone.
 */
export class Touched<Field extends { readonly isConnected: boolean }> {
  readonly #touches = new Map<Field, Touch>();
  readonly #groupOf: (field: Field) => unknown;
  #acted: unknown = null;
  #count = 0;

  constructor(groupOf: (field: Field) => unknown) {
    this.#groupOf = groupOf;
  }

  /** A field was changed. */
  touch(field: Field, address: string): void {
    this.#count += 1;
    this.#touches.set(field, { at: this.#count, group: this.#groupOf(field), address });
  }

  /** Somebody acted here: what is saved next is this group. */
  act(field: Field): void {
    this.#acted = this.#groupOf(field);
  }

  /** The group acted in last is about to be saved as it stands now; acting outside of any saves none. To be called once it was. */
  saving(): () => void {
    return this.#acted === null ? () => undefined : this.#saving(this.#acted);
  }

  /** What stands in no group is about to be saved as it stands now. To be called once it was. */
  savingPage(): () => void {
    return this.#saving(null);
  }

  #saving(group: unknown): () => void {
    const until = this.#count;
    return () => {
      for (const [field, touch] of this.#touches)
        if (touch.group === group && touch.at <= until) this.#touches.delete(field);
    };
  }

  /** Whether a field of the page at `address` was changed and not saved. */
  unsaved(address: string): boolean {
    for (const [field, touch] of this.#touches)
      if (!field.isConnected || touch.address !== address) this.#touches.delete(field);
    return this.#touches.size > 0;
  }
}
