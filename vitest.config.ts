import { defineConfig } from 'vitest/config';

export const testTimeoutMs = 30_000;

/** Tests that keep every core busy by themselves: browsers, killed processes, evaluations. One file at a time. */
const heavy = ['tests/{eval,flows,web}/**/*.test.ts'];

// biome-ignore lint/style/noDefaultExport: vitest reads its configuration from the default export
export default defineConfig({
  test: {
    testTimeout: testTimeoutMs,
    hookTimeout: testTimeoutMs,
    expect: { poll: { timeout: 10_000 } },
    projects: [
      { extends: true, test: { name: 'light', include: ['tests/**/*.test.ts'], exclude: heavy } },
      { extends: true, test: { name: 'heavy', include: heavy, fileParallelism: false } },
    ],
  },
});
