/** Names are compared without regard to capital letters. */
export function nameKey(name: string): string {
  return name.toLowerCase();
}
