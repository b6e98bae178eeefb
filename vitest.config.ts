import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['packages/*/src/**/*.test.ts', 'test/*.test.ts', 'test/unit/**/*.test.ts'],
    testTimeout: 30_000,
  },
});
