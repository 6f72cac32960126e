import { expect, it } from 'vitest'
import { projectFiles, textOf } from '../support/source-files.ts'

const TEXT = /\.(ts|tsx|mjs|js|json|css|html|md|csv|txt|yml|yaml|svg|webmanifest)$|^\.[a-z]|^LICENSE|^\.ci\//
const files = projectFiles().filter((name) => TEXT.test(name) && name !== 'tests/contract/paths.test.ts')

function linesWith(pattern: RegExp, names: readonly string[]): readonly string[] {
  return names.flatMap((name) =>
    textOf(name)
      .split('\n')
      .flatMap((line, index) =>
        pattern.test(line) ? [`${name}:${index + 1}: ${line.trim().slice(0, 120)}`] : [],
      ),
  )
}

it('looks at real files', () => {
  expect(files.length).toBeGreaterThan(50)
  expect(files).toContain('package-lock.json')
})

it('names no path of one machine', () => {
  const places = new RegExp(
    [
      '(^|[^.\\w])/home/[a-z]',
      '/Users/[a-z]',
      '/root/',
      '(^|[\\s\'"`(=])/(work|workspace|builds)/',
      'C:\\+Users',
    ].join('|'),
    'i',
  )
  expect(linesWith(places, files)).toEqual([])
})

it('names no package registry', () => {
  const registry = /registry\.(npmjs|yarnpkg)|npm\.pkg\.github|artifactory|verdaccio|_authToken/i
  expect(linesWith(registry, files)).toEqual([])
})

it('names the reference material only as the mirror beside the repository', () => {
  const shared = /\.\.\/shared\/(?!mirror)/
  expect(linesWith(shared, files)).toEqual([])
})
