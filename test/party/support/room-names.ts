let count = 0;

/** A room that no other test has been in. */
export function freshRoom(): string {
  count += 1;
  return `room ${count}`;
}
