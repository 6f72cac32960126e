import { generateKeyPairSync, webcrypto } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readSecretKeyFile, writeBackup } from '#domain/feeds/secret-key-file.ts'
import { verifyReally } from '#tests/support/a-signed-feed.ts'
import { TOP } from '#tests/support/source-files.ts'
import { BACKUP_ITERATIONS, makeBackup, openSecretKey } from './open-secret-key.ts'

const subtle = webcrypto.subtle as SubtleCrypto
const bytesOf = (text: string) => new TextEncoder().encode(text)

/** An officer's file as `npm run sign -- make-key` writes it, and its public key by Node's own reckoning. */
function aPem(passphrase: string | null, cipher = 'aes-256-cbc') {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  const pem = privateKey.export({
    type: 'pkcs8',
    format: 'pem',
    ...(passphrase === null ? {} : { cipher, passphrase }),
  })
  const spki = publicKey.export({ format: 'der', type: 'spki' })
  return { file: bytesOf(String(pem)), publicKey: spki.subarray(-32).toString('base64') }
}

describe('the file of an officer', () => {
  it.each([null, 'aes-256-cbc', 'aes-192-cbc', 'aes-128-cbc'])('opens, locked with %s', async (cipher) => {
    const { file, publicKey } = aPem(cipher === null ? null : 'correct horse', cipher ?? '')
    const opened = await openSecretKey(file, 'correct horse', subtle)
    if (!opened.ok) throw new Error(opened.why)
    expect(opened.value.publicKey).toBe(publicKey)
    expect(opened.value.key.extractable).toBe(false)
    const bytes = bytesOf('a closure')
    const signature = new Uint8Array(await subtle.sign({ name: 'Ed25519' }, opened.value.key, bytes))
    expect(await verifyReally(Buffer.from(publicKey, 'base64'), bytes, signature)).toBe(true)
  })

  it('gives no other program its bytes', async () => {
    const opened = await openSecretKey(aPem('a').file, 'a', subtle)
    if (!opened.ok) throw new Error(opened.why)
    await expect(subtle.exportKey('pkcs8', opened.value.key)).rejects.toThrow()
    await expect(subtle.exportKey('jwk', opened.value.key)).rejects.toThrow()
  })

  it('opens as the sample town published it', async () => {
    const file = new Uint8Array(readFileSync(join(TOP, 'data/demo-keys/demo-one.pem')))
    const opened = await openSecretKey(file, 'this town does not exist', subtle)
    const { keys } = JSON.parse(readFileSync(join(TOP, 'keys/99201.json'), 'utf8')) as {
      keys: readonly { kid: string; key: string }[]
    }
    expect(opened.ok && opened.value.publicKey).toBe(keys.find(({ kid }) => kid === 'demo-one')?.key)
  })

  it('does not open with another passphrase, however often it is tried', async () => {
    const { file } = aPem('correct horse')
    for (let tried = 0; tried < 40; tried += 1)
      expect(await openSecretKey(file, `wrong ${tried}`, subtle)).toEqual({ ok: false, why: 'wrongPassword' })
  })

  it('of another kind is told as such', async () => {
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
    const pem = String(privateKey.export({ type: 'pkcs8', format: 'pem' }))
    expect(await openSecretKey(bytesOf(pem), '', subtle)).toEqual({ ok: false, why: 'otherKind' })
    const locked = String(
      privateKey.export({ type: 'pkcs8', format: 'pem', cipher: 'des-ede3-cbc', passphrase: 'a' }),
    )
    expect(await openSecretKey(bytesOf(locked), 'a', subtle)).toEqual({ ok: false, why: 'unknownLock' })
  })

  it('is never read out of anything else, and nothing is thrown', () => {
    const { file } = aPem('a')
    const spoilt = fc
      .tuple(fc.nat({ max: file.length - 1 }), fc.nat({ max: 255 }))
      .map(([at, byte]) => file.map((own, index) => (index === at ? byte : own)))
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array({ maxLength: 400 }), spoilt), (bytes) => {
        const read = readSecretKeyFile(bytes)
        if (!read.ok) expect(['notAKey', 'unknownLock', 'tooMuchWork']).toContain(read.reason)
      }),
      { numRuns: 500 },
    )
  })
})

describe('a backup', () => {
  const backedUp = async (password: string) => {
    const { file, publicKey } = aPem(null)
    const opened = await openSecretKey(file, '', subtle)
    if (!opened.ok) throw new Error(opened.why)
    const backup = await makeBackup(opened.value, password, subtle)
    return { publicKey, backup, text: writeBackup('city-one', backup) }
  }

  it('opens with its password, and with no other', async () => {
    const { publicKey, backup, text } = await backedUp('夜の鍵 1234')
    expect(backup.iterations).toBe(BACKUP_ITERATIONS)
    expect(backup.iterations).toBeGreaterThanOrEqual(600_000)
    const opened = await openSecretKey(bytesOf(text), '夜の鍵 1234', subtle)
    expect(opened.ok && opened.value.publicKey).toBe(publicKey)
    expect(await openSecretKey(bytesOf(text), '夜の鍵 1235', subtle)).toEqual({
      ok: false,
      why: 'wrongPassword',
    })
  })

  it('is another file each time, and holds nothing of the secret in the open', async () => {
    const { file } = aPem(null)
    const opened = await openSecretKey(file, '', subtle)
    if (!opened.ok) throw new Error(opened.why)
    const [one, other] = [
      await makeBackup(opened.value, 'a', subtle),
      await makeBackup(opened.value, 'a', subtle),
    ]
    expect(one.data).not.toEqual(other.data)
    const seed = Buffer.from(opened.value.pkcs8.subarray(-32))
    expect(Buffer.from(one.data).includes(seed)).toBe(false)
  })

  it('does not open under another public key, nor with a bit changed', async () => {
    const { backup } = await backedUp('a')
    const other = writeBackup('x', { ...backup, publicKey: aPem(null).publicKey })
    expect(await openSecretKey(bytesOf(other), 'a', subtle)).toEqual({ ok: false, why: 'wrongPassword' })
    const spoilt = writeBackup('x', {
      ...backup,
      data: backup.data.map((byte, index) => (index === 3 ? byte ^ 1 : byte)),
    })
    expect(await openSecretKey(bytesOf(spoilt), 'a', subtle)).toEqual({ ok: false, why: 'wrongPassword' })
  })
})
