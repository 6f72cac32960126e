import { defineConfig } from 'vitest/config'

/**
 * Four kinds: `domain` and `unit` lie beside the source, `screen` renders components in happy-dom, `contract` holds truths about the
 * whole repository. End-to-end tests are Playwright's, see playwright.config.ts.
 *
 * The domain is pure: nothing of it remembers, so its tests share what was read in, which takes half of their time otherwise.
 */
export default defineConfig({
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'domain',
          environment: 'node',
          pool: 'threads',
          isolate: false,
          include: ['src/domain/**/*.test.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'unit',
          environment: 'node',
          include: [
            'src/!(domain)/**/*.test.ts',
            'src/*.test.ts',
            'scripts/**/*.test.ts',
            'tests/support/**/*.test.ts',
            'bench/**/*.test.ts',
          ],
        },
      },
      { extends: true, test: { name: 'screen', environment: 'happy-dom', include: ['src/**/*.test.tsx'] } },
      {
        extends: true,
        test: {
          name: 'contract',
          environment: 'node',
          include: ['tests/*.test.ts', 'tests/contract/**/*.test.ts'],
        },
      },
    ],
    css: { modules: { classNameStrategy: 'non-scoped' } },
    setupFiles: ['tests/support/same-dice.ts'],
    testTimeout: 60_000,
    maxWorkers: 2,
  },
})
