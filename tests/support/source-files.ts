import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'

/** The top of the repository, as an absolute path. */
export const TOP = resolve(import.meta.dirname, '..', '..')

/**
 * All files that git knows or would take (tracked, or new and not ignored), as paths from the top with `/`.
 */
export function projectFiles(): readonly string[] {
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: TOP,
    encoding: 'utf8',
    maxBuffer: 64_000_000,
  })
  const names = new Set(listed.split('\0').filter((name) => name !== ''))
  return [...names].filter((name) => existsSync(join(TOP, name)) && statSync(join(TOP, name)).isFile()).sort()
}

/** The text of a project file. */
export const textOf = (name: string): string => readFileSync(join(TOP, name), 'utf8')

export const isTest = (name: string): boolean => /\.test\.tsx?$/.test(name) || name.startsWith('tests/')
