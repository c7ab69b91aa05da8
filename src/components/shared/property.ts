import type { PropertyDeclaration, ReactiveElement } from 'lit';

/**
 * Lit's `@property()` as TypeScript's own decorators have it. The one in `lit/decorators.js` also knows the decorators of the
 * language, which no browser here does, and is five times as long.
 */
export function property(options?: PropertyDeclaration): (prototype: ReactiveElement, name: PropertyKey) => void {
  return ({ constructor }, name) => (constructor as typeof ReactiveElement).createProperty(name, options);
}

/** Lit's `@state()`: a property without an attribute, for the element alone. */
export function state(): ReturnType<typeof property> {
  return property({ state: true, attribute: false });
}
