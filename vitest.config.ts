import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: { setupFiles: ['test/support/seed.ts'], include: ['src/**/*.test.ts', 'test/**/*.test.ts'], testTimeout: 60_000, pool: 'forks' },
});
