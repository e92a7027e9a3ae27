import { defineConfig } from 'vitest/config';

export const testTimeoutMs = 30_000;

// biome-ignore lint/style/noDefaultExport: vitest reads its configuration from the default export
export default defineConfig({
  test: { include: ['tests/**/*.test.ts'], testTimeout: testTimeoutMs, hookTimeout: testTimeoutMs },
});
