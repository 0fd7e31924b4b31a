/**
 * Values by id that outlive the component that shows them. A change calls the listeners of its own id only. Of more than
 * `most` values, those go that nobody listens to, the longest unused first.
 */
export class KeyedStore<T> {
  readonly #values = new Map<string, T>();
  readonly #listeners = new Map<string, Set<() => void>>();
  readonly #most: number;

  constructor(most = Number.POSITIVE_INFINITY) {
    this.#most = most;
  }

  get(id: string): T | undefined {
    return this.#values.get(id);
  }

  set(id: string, value: T): void {
    if (this.#values.get(id) === value) return;
    this.#values.set(id, value);
    this.#tell(id);
    this.#makeRoom(id);
  }

  /** Forgets what is held under `id`. */
  delete(id: string): void {
    if (this.#values.delete(id)) this.#tell(id);
  }

  /** Forgets every value of which `gone` is true. */
  deleteWhere(gone: (value: T) => boolean): void {
    for (const [id, value] of [...this.#values]) if (gone(value)) this.delete(id);
  }

  /** Replaces what is held under `id`; where nothing is held, nothing happens. */
  change(id: string, next: (value: T) => T): void {
    const value = this.#values.get(id);
    if (value !== undefined) this.set(id, next(value));
  }

  /** Calls `listener` at every change under `id`; returns the way to stop. */
  subscribe(id: string, listener: () => void): () => void {
    const listeners = this.#listeners.get(id) ?? new Set();
    this.#listeners.set(id, listeners);
    listeners.add(listener);
    this.#use(id);
    return () => {
      listeners.delete(listener);
      if (listeners.size === 0 && this.#listeners.get(id) === listeners) this.#listeners.delete(id);
    };
  }

  #tell(id: string): void {
    for (const listener of [...(this.#listeners.get(id) ?? [])]) listener();
  }

  /** What is used stands last among the values. */
  #use(id: string): void {
    const value = this.#values.get(id);
    if (value === undefined) return;
    this.#values.delete(id);
    this.#values.set(id, value);
  }

  #makeRoom(id: string): void {
    for (const other of [...this.#values.keys()]) {
      if (this.#values.size <= this.#most) return;
      if (other !== id && !this.#listeners.has(other)) this.#values.delete(other);
    }
  }
}
