/** Values by id that outlive the component that shows them. A change calls the listeners of its own id only. */
export class KeyedStore<T> {
  readonly #values = new Map<string, T>();
  readonly #listeners = new Map<string, Set<() => void>>();

  get(id: string): T | undefined {
    return this.#values.get(id);
  }

  set(id: string, value: T): void {
    if (this.#values.get(id) === value) return;
    this.#values.set(id, value);
    for (const listener of [...(this.#listeners.get(id) ?? [])]) listener();
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
    return () => listeners.delete(listener);
  }
}
