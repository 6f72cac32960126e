import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { temporaryFolder } from '#tests/support/temporary-folder.ts'
import { checkSigners } from '#domain/feeds/check-signers.ts'
import { parseKeyRing } from '#domain/feeds/key-ring.ts'
import { parseSignatures } from '#domain/feeds/signature-file.ts'
import { verifyReally } from '#tests/support/a-signed-feed.ts'
import { signFeed } from './sign-feed.ts'

const WORDS = { MHM_PASSPHRASE: 'correct horse' }
const textOf = (said: Awaited<ReturnType<typeof signFeed>>) => (typeof said === 'string' ? said : said.text)
const exitOf = (said: Awaited<ReturnType<typeof signFeed>>) => (typeof said === 'string' ? 0 : said.exitCode)

/** Two officers, a root, their list, and a file to sign. */
async function anOffice() {
  const folder = await temporaryFolder()
  const make = async (kid: string, role: string) => {
    const said = await signFeed(
      ['make-key', '--kid', kid, '--role', role, '--till', '2099-01-01T00:00:00Z', '--out', folder],
      WORDS,
    )
    return JSON.parse(textOf(said).split('\n').at(-1) ?? '') as object
  }
  const keys = [await make('root-1', 'root'), await make('city-one', 'feed'), await make('city-two', 'feed')]
  const list = { v: 1, feed: 'keys', area: '41207', sequence: 1, issued: '2026-01-01T00:00:00Z', keys }
  const [ring, file] = [join(folder, 'keys.json'), join(folder, 'closures.json')]
  writeFileSync(ring, JSON.stringify(list))
  writeFileSync(file, '{"shut":["a"]}')
  const run = (...args: readonly string[]) => signFeed(args, WORDS)
  const key = (kid: string) => join(folder, `${kid}.pem`)
  return { folder, ring, file, run, key }
}

describe('npm run sign', () => {
  it('makes locked keys, signs, adds a second signature, and verifies both as the app does', async () => {
    const { ring, file, run, key } = await anOffice()
    expect(readFileSync(key('city-one'), 'utf8')).toContain('ENCRYPTED')
    expect(statSync(key('city-one')).mode & 0o077).toBe(0)
    await run('sign', file, '--key', key('city-one'))
    await run('second', file, '--key', key('city-two'), '--keys', ring)
    const said = await run('verify', file, '--keys', ring)
    expect(exitOf(said)).toBe(0)
    expect(textOf(said)).toMatch(/^city-one {2}signed\ncity-two {2}signed\n2 of 2 count/)

    const [list, signatures] = [
      parseKeyRing(readFileSync(ring)),
      parseSignatures(readFileSync(`${file}.sig`)),
    ]
    if (!list.ok || !signatures.ok) throw new Error('not read')
    const bytes = new Uint8Array(readFileSync(file))
    const checked = await checkSigners({
      bytes,
      signatures: signatures.value,
      ring: list.value,
      role: 'feed',
      now: Date.now(),
      verify: verifyReally,
    })
    expect(checked).toMatchObject({ ok: true, value: [{ kid: 'city-one' }, { kid: 'city-two' }] })
  })

  it('tells when the file was changed, and adds nothing to a signature that does not fit', async () => {
    const { ring, file, run, key } = await anOffice()
    await run('sign', file, '--key', key('city-one'))
    writeFileSync(file, '{"shut":[]}')
    const said = await run('verify', file, '--keys', ring)
    expect([exitOf(said), textOf(said)]).toEqual([1, expect.stringContaining('city-one  badSignature')])
    const before = readFileSync(`${file}.sig`, 'utf8')
    await expect(run('second', file, '--key', key('city-two'), '--keys', ring)).rejects.toThrow(
      'nothing was added',
    )
    expect(readFileSync(`${file}.sig`, 'utf8')).toBe(before)
  })

  it('does not let a root key stand for a feed, nor one officer for two', async () => {
    const { ring, file, run, key } = await anOffice()
    await run('sign', file, '--key', key('root-1'))
    expect(textOf(await run('verify', file, '--keys', ring))).toContain('root-1  unknownKey')
    expect(textOf(await run('verify', file, '--keys', ring, '--role', 'root'))).toContain('root-1  signed')
    await expect(run('second', file, '--key', key('root-1'), '--keys', ring)).rejects.toThrow('already')
  })

  it('writes no key over another, none into a repository, and none without a lock unasked', async () => {
    const { folder, run } = await anOffice()
    const make = (out: string, ...more: readonly string[]) =>
      [
        'make-key',
        '--kid',
        'city-one',
        '--role',
        'feed',
        '--till',
        '2099-01-01T00:00:00Z',
        '--out',
        out,
        ...more,
      ] as const
    await expect(run(...make(folder))).rejects.toThrow('is there already')
    const inside = join(folder, 'project', 'keys')
    mkdirSync(join(folder, 'project', '.git'), { recursive: true })
    mkdirSync(inside)
    await expect(run(...make(inside))).rejects.toThrow('repository')
    expect(existsSync(join(inside, 'city-one.pem'))).toBe(false)
    const other = await temporaryFolder()
    await expect(signFeed(make(other), {})).rejects.toThrow('MHM_PASSPHRASE')
    await signFeed(make(other, '--unprotected'), {})
    expect(readFileSync(join(other, 'city-one.pem'), 'utf8')).not.toContain('ENCRYPTED')
  })

  it('opens a key with its own passphrase only', async () => {
    const { file, key } = await anOffice()
    await expect(signFeed(['sign', file, '--key', key('city-one')], {})).rejects.toThrow('locked')
    const wrong = { MHM_PASSPHRASE: 'wrong' }
    await expect(signFeed(['sign', file, '--key', key('city-one')], wrong)).rejects.toThrow(
      'cannot be opened',
    )
    expect(existsSync(`${file}.sig`)).toBe(false)
  })

  it.each([
    [['sign']],
    [['sign', 'no-such-file', '--key', 'x.pem']],
    [['make-key']],
    [['make-key', '--kid', 'City One', '--role', 'feed']],
    [['make-key', '--kid', 'a', '--role', 'mayor']],
    [['make-key', '--kid', 'a', '--role', 'feed', '--till', 'tomorrow']],
  ])('refuses %j', async (args) => {
    await expect(signFeed(args, WORDS)).rejects.toMatchObject({ exitCode: 2 })
  })

  it('says how it is used', async () => {
    expect(exitOf(await signFeed([], WORDS))).toBe(2)
    expect(textOf(await signFeed(['--help'], WORDS))).toContain('make-key')
  })
})
