import type { PropertyDeclaration, ReactiveElement } from 'lit';

/**
 * Lit's `@property()` for TypeScript's experimental decorators. The one in `lit/decorators.js` also supports standard decorators,
 * which this project does not use, and is five times as long.
 */
export function property(options?: PropertyDeclaration): (prototype: ReactiveElement, name: PropertyKey) => void {
  return ({ constructor }, name) => (constructor as typeof ReactiveElement).createProperty(name, options);
}

/** Lit's `@state()`: a private property without an attribute. */
export function state(): ReturnType<typeof property> {
  return property({ state: true, attribute: false });
}
