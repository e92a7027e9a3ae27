/** `IV.3.b.1` stands inside `IV.3.b` and inside itself. */
export function isInside(address: string, home: string): boolean {
  return address === home || isUnder(address, home);
}

/** `IV.3.b.1` stands under `IV.3.b`, which does not stand under itself. */
export function isUnder(address: string, home: string): boolean {
  return address.startsWith(`${home}.`);
}
