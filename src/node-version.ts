/** The oldest Node.js the program runs on; package.json says the same (a test compares them). */
export const OLDEST_NODE = '20.19.0';

/** The sentence for a Node.js that is too old, else null. Imports nothing: it must run before anything newer is read. */
export function nodeTooOld(version: string): string | null {
  const found = version.split('.').map(Number);
  const oldest = OLDEST_NODE.split('.').map(Number);
  for (const [index, least] of oldest.entries()) {
    const part = found[index] ?? 0;
    if (part > least) return null;
    if (part < least) return `Node.js ${version} is too old: install Node.js ${OLDEST_NODE} or newer`;
  }
  return null;
}
