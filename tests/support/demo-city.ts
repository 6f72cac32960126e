import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { AlertFeed } from '#domain/alerts/alert.ts'
import { writeAlerts } from '#domain/alerts/write-alerts.ts'
import type { ClosureFeed } from '#domain/closures/closure.ts'
import { writeFeed } from '#domain/closures/write-feed.ts'
import type { FeedName } from '#domain/feeds/feed-trust.ts'
import { readOfficerKey } from '#scripts/signing/officer-key.ts'
import { anOfficer, signed, type Officer } from './a-signed-feed.ts'
import { TOP } from './source-files.ts'

/** The sample town, and the passphrase of its secret keys, which everybody knows (data/demo-keys). */
export const DEMO_AREA = '99201'
export const DEMO_WORD = 'this town does not exist'

export type DemoKid = 'demo-one' | 'demo-two' | 'demo-three'

export const demoKeyFile = (kid: DemoKid): string => join(TOP, 'data/demo-keys', `${kid}.pem`)

/** Whose secret the app believes. */
export const demoOfficer = async (kid: DemoKid): Promise<Officer> => {
  const { publicKey, sign } = await readOfficerKey(demoKeyFile(kid), DEMO_WORD)
  return { kid, key: publicKey, sign }
}

/** Somebody who has a key, and is in no list. */
export const STRANGER = anOfficer('city-stranger')

/** What the sample town publishes, as files in a folder of its own that a host serves as `/feeds/`. */
export type DemoStore = {
  readonly folder: string
  /** Writes an issue with the signatures of these officers. */
  publish(issue: DemoIssue, ...by: readonly Officer[]): void
  /** Spoils the published file and leaves its signatures as they are. */
  spoil(name: FeedName, how: (bytes: Buffer) => Buffer): void
  /** Remembers both files as they lie there. @returns what puts them back */
  keep(name: FeedName): () => void
  remove(): void
}

export type DemoIssue =
  | { readonly name: 'closures'; readonly feed: ClosureFeed }
  | { readonly name: 'alerts'; readonly feed: AlertFeed }

export function demoStore(): DemoStore {
  const folder = mkdtempSync(join(tmpdir(), 'minna-feeds-'))
  const pathOf = (name: FeedName, more = '') => join(folder, DEMO_AREA, `${name}.json${more}`)
  mkdirSync(join(folder, DEMO_AREA))
  return {
    folder,
    publish(issue, ...by) {
      const bytes = bytesOf(issue)
      writeFileSync(pathOf(issue.name), bytes)
      writeFileSync(pathOf(issue.name, '.sig'), signed(bytes, ...by))
    },
    spoil: (name, how) => writeFileSync(pathOf(name), how(readFileSync(pathOf(name)))),
    keep(name) {
      const [bytes, signatures] = [readFileSync(pathOf(name)), readFileSync(pathOf(name, '.sig'))]
      return () => {
        writeFileSync(pathOf(name), bytes)
        writeFileSync(pathOf(name, '.sig'), signatures)
      }
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

function bytesOf(issue: DemoIssue): Uint8Array<ArrayBuffer> {
  const written = issue.name === 'closures' ? writeFeed(issue.feed) : writeAlerts(issue.feed)
  if (!written.ok) throw new Error(`${issue.name}: ${written.reason}`)
  return new Uint8Array(written.value)
}
