import type { Store } from '../../src/core/store.ts';

/** A real store whose connection can be cut: the next so many transactions fail before they begin. */
export function mayBreak(store: Store): Store & { cut(transactions: number): void } {
  let left = 0;
  return {
    close: store.close,
    transaction: async (work) => {
      if (left > 0) {
        left -= 1;
        throw new Error('the connection is gone');
      }
      return store.transaction(work);
    },
    cut: (transactions) => {
      left = transactions;
    },
  };
}
