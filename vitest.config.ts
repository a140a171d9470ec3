import { defineConfig } from 'vitest/config'

// Real browsers share two cores with the tests: two files at a time, and no test is called slow.
export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
    reporters: ['default'],
  },
})
