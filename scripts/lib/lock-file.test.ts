import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { temporaryFolder } from '#tests/support/temporary-folder.ts'
import { checkLock, readLock, writeLock, type LockEntry } from './lock-file.ts'

const entry = (url: string, digit: string): LockEntry => ({
  url,
  date: null,
  bytes: 5,
  sha256: digit.repeat(64),
})

describe('the lock file', () => {
  it('comes back as it was written, in the order of the URLs', async () => {
    const path = join(await temporaryFolder(), 'a', 'sources.lock.json')
    await writeLock(path, [entry('https://b', '1'), entry('https://a', '2')])
    expect([...(await readLock(path)).values()]).toEqual([entry('https://a', '2'), entry('https://b', '1')])
    const text = await readFile(path, 'utf8')
    await writeLock(path, [entry('https://a', '2'), entry('https://b', '1')])
    expect(await readFile(path, 'utf8')).toBe(text)
  })

  it('is empty where there is none, and refused where it is something else', async () => {
    const path = join(await temporaryFolder(), 'sources.lock.json')
    expect((await readLock(path)).size).toBe(0)
    await writeFile(path, '{"schema":1,"files":[{"url":"x"}]}')
    await expect(readLock(path)).rejects.toThrow('not a lock file')
  })

  it('refuses a changed file and lets new and equal ones pass', () => {
    const lock = new Map([['https://a', entry('https://a', '1')]])
    expect(() => checkLock(lock, entry('https://a', '1'))).not.toThrow()
    expect(() => checkLock(lock, entry('https://new', '2'))).not.toThrow()
    expect(() => checkLock(lock, entry('https://a', '2'))).toThrow(
      /^https:\/\/a changed since it was locked.*--refresh$/,
    )
  })
})
