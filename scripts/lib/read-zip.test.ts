import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { aZip, entry, type ZipEntry } from '#tests/support/a-zip.ts'
import { toCp932 } from '#tests/support/cp932.ts'
import { temporaryFolder } from '#tests/support/temporary-folder.ts'
import { openZip, readMember, zipEntryName } from './read-zip.ts'

async function written(entries: readonly ZipEntry[]): Promise<string> {
  const path = join(await temporaryFolder(), 'a.zip')
  await writeFile(path, aZip(entries))
  return path
}

describe('zipEntryName', () => {
  it('reads CP932 where the flag is not set and UTF-8 where it is', () => {
    const name = '20_想定最大規模\\表.geojson'
    expect(zipEntryName(toCp932(name), 0, 'z')).toBe('20_想定最大規模/表.geojson')
    expect(zipEntryName(Buffer.from(name), 0x800, 'z')).toBe('20_想定最大規模/表.geojson')
  })

  it('does not take the second byte of 表 or ソ for a separator', () => {
    // 表 is 95 5C and ソ is 83 5C in CP932; 5C alone is the backslash.
    expect(zipEntryName(Uint8Array.of(0x95, 0x5c, 0x5c, 0x83, 0x5c), 0, 'z')).toBe('表/ソ')
  })

  it('goes by the flag where the bytes could be either', () => {
    expect(zipEntryName(Uint8Array.of(0xc3, 0xa9), 0, 'z')).toBe('ﾃｩ')
    expect(zipEntryName(Uint8Array.of(0xc3, 0xa9), 0x800, 'z')).toBe('é')
  })

  it('takes UTF-8 that forgot its flag, when it is no CP932', () => {
    expect(zipEntryName(Buffer.from('あ.geojson'), 0, 'z')).toBe('あ.geojson')
  })

  it('refuses bytes that are neither', () => {
    expect(() => zipEntryName(Uint8Array.of(0xff, 0xff), 0x800, 'z.zip')).toThrow(
      'z.zip: the name of an entry',
    )
  })

  it.each(['../a', 'a/../../b', 'a\\..\\b', '/etc/passwd', '\\share', 'C:\\a', 'c:/a', 'a\0b'])(
    'refuses %j',
    (name) => {
      expect(() => zipEntryName(Buffer.from(name), 0, 'z.zip')).toThrow('points outside the zip')
    },
  )
})

describe('openZip', () => {
  it('lists files without folders and reads them', async () => {
    const path = await written([entry('a/', ''), entry('a\\b.txt', 'hello'), entry('c', '')])
    const zip = await openZip(path, 'a.zip', 1000)
    expect(zip.members.map(({ name }) => name)).toEqual(['a/b.txt', 'c'])
    const [first] = zip.members
    expect(Buffer.from(await readMember(first!, 'a.zip')).toString()).toBe('hello')
    zip.close()
  })

  it('refuses a zip whose content is more than the cap', async () => {
    const path = await written([entry('a', 'x'.repeat(600)), entry('b', 'x'.repeat(600))])
    await expect(openZip(path, 'a.zip', 1000)).rejects.toThrow('a.zip: unpacks to more than 1000 bytes')
  })

  it('refuses an entry that unpacks to more than it says', async () => {
    const path = await written([{ ...entry('a', 'x'.repeat(5000)), claimedBytes: 10 }])
    const zip = await openZip(path, 'a.zip', 1000)
    await expect(readMember(zip.members[0]!, 'a.zip')).rejects.toThrow('a.zip: cannot unpack a')
    zip.close()
  })

  it('refuses a whole zip for one entry that points outside', async () => {
    const path = await written([entry('good', 'x'), entry('../evil', 'x')])
    await expect(openZip(path, 'a.zip', 1000)).rejects.toThrow(
      'a.zip: the entry "../evil" points outside the zip',
    )
  })

  it('refuses what is no zip, or a part of one', async () => {
    const path = await written([entry('a', 'hello')])
    await writeFile(path, aZip([entry('a', 'hello')]).subarray(0, 30))
    await expect(openZip(path, 'a.zip', 1000)).rejects.toThrow('a.zip: not a readable zip')
  })
})
