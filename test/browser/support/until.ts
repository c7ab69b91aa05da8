/** Resolves once `condition` holds; rejects with `what` was awaited after a generous while. */
export async function until<T>(
  condition: () => T | Promise<T>,
  what: string,
  limitMs = 60_000,
): Promise<NonNullable<T>> {
  const deadline = performance.now() + limitMs;
  for (;;) {
    const value = await condition();
    if (value) return value;
    if (performance.now() > deadline) throw new Error(`Awaited in vain: ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
