/** Gives every item an address of its own. */
export interface Addresses {
  /** The address of a child with this label. */
  under(parent: string, label: string): string;
  /** This address, or the next free one where it is taken ("II.3~2" for a number used twice). */
  take(address: string): string;
}

export function createAddresses(): Addresses {
  const taken = new Map<string, number>();
  const take = (address: string): string => {
    const count = (taken.get(address) ?? 0) + 1;
    taken.set(address, count);
    return count === 1 ? address : take(`${address}~${count}`);
  };
  return {
    take,
    under: (parent, label) => {
      // "2.1" under "2" is its first item, not its "2.1".
      const [above, last] = [label.split('.').slice(0, -1).join('.'), label.split('.').at(-1) ?? ''];
      const inside = above !== '' && (parent === above || parent.endsWith(`.${above}`));
      return take([parent, inside ? last : label].filter(Boolean).join('.'));
    },
  };
}
