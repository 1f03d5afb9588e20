/**
 * Gives objects event handler properties (`onchange` and the like), as those of the DOM have:
 * setting one replaces the one before, and what is no function is null.
 *
 * @param names of the properties, with the `on`
 */
export function defineHandlers(prototype: EventTarget, names: readonly string[]): void {
  for (const name of names) {
    const handlers = new WeakMap<EventTarget, EventListener>();
    Object.defineProperty(prototype, name, {
      configurable: true,
      enumerable: true,
      get(this: EventTarget): EventListener | null {
        return handlers.get(this) ?? null;
      },
      set(this: EventTarget, handler: unknown): void {
        const type = name.slice(2);
        this.removeEventListener(type, handlers.get(this) ?? null);
        handlers.delete(this);
        if (typeof handler === 'function') {
          handlers.set(this, handler as EventListener);
          this.addEventListener(type, handler as EventListener);
        }
      },
    });
  }
}
