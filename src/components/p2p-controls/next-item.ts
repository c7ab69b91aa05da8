/**
 * Where a key takes the focus in a horizontal toolbar of `count` items (ARIA Authoring Practices, toolbar pattern); undefined
 * for a key that means nothing there. The ends are joined.
 */
export function nextItem(key: string, from: number, count: number, isRtl: boolean): number | undefined {
  switch (key) {
    case 'ArrowRight':
    case 'ArrowLeft': {
      const step = (key === 'ArrowRight') === isRtl ? -1 : 1;
      return (from + step + count) % count;
    }
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return undefined;
  }
}
