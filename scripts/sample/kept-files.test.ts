import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { temporaryFolder } from '#tests/support/temporary-folder.ts'
import { keptFiles } from './kept-files.ts'
import type { MirrorFile } from './mirror-file.ts'

async function aWorkshop() {
  const root = await temporaryFolder()
  await mkdir(join(root, 'src'))
  await writeFile(join(root, 'src', 'a.json'), '1')
  let made = 0
  const folder = join(root, 'kept')
  const make = (): MirrorFile[] => {
    made += 1
    return [['host/a.txt', Uint8Array.from([made])]]
  }
  return {
    root,
    folder,
    get: async () => (await keptFiles(folder, root, ['src'], make))[0]?.[1][0],
  }
}

describe('kept files', () => {
  it('are made once, and again when a source has another content', async () => {
    const { root, folder, get } = await aWorkshop()
    expect([await get(), await get()]).toEqual([1, 1])
    await writeFile(join(root, 'src', 'a.json'), '2')
    expect([await get(), await get()]).toEqual([2, 2])
    expect(await readdir(folder)).toHaveLength(1)
    await writeFile(join(root, 'src', 'a.test.ts'), 'a test makes no file')
    expect(await get()).toBe(2)
  })

  it('are made anew when what was kept is damaged', async () => {
    const { folder, get } = await aWorkshop()
    await get()
    const [name = ''] = await readdir(folder)
    await writeFile(join(folder, name), 'no zip')
    expect([await get(), await get()]).toEqual([2, 2])
  })

  it('are made by one of several who ask at once, and by the next when that one has died', async () => {
    const { folder, get } = await aWorkshop()
    expect(await Promise.all([get(), get(), get()])).toEqual([1, 1, 1])
    const [name = ''] = await readdir(folder)
    await writeFile(join(folder, name), 'no zip')
    // No process has this number: the largest on Linux is 4,194,304.
    await writeFile(join(folder, `${name}.lock`), '99999999')
    expect(await get()).toBe(2)
  })
})
