import type { PackSource } from '#domain/packs/area-pack.ts'
import { checkLock, type LockEntry } from '../lib/lock-file.ts'
import type { Progress } from '../lib/progress.ts'
import type { Had, NotHad, Upstream } from '../lib/upstream.ts'
import type { PartFound } from '../sources/find-edition.ts'
import type { AreaFacts, CuratedCredit } from '../sources/read-area-facts.ts'
import type { Counts } from '../lib/counts.ts'
import type { SourceManifest, Sources } from '../sources/source-manifest.ts'

/** One upstream file that went into the pack, for the report. */
export type HadNote = {
  readonly url: string
  readonly source: string
  readonly edition: string | null
  readonly asOf: string | null
  readonly bytes: number
  readonly sha256: string
  /** How many files stand behind this line (map tiles are told together). */
  readonly files: number
  readonly counts: Counts | null
}

/** What a build knows and remembers while its steps run one after the other. */
export class BuildContext {
  readonly code: string
  readonly sources: Sources
  readonly facts: AreaFacts
  readonly upstream: Upstream
  readonly progress: Progress
  readonly signal: AbortSignal
  readonly had: HadNote[] = []
  readonly missing: NotHad[] = []
  /** URLs of copies that were cut to less than the municipality. */
  readonly cut: string[] = []
  readonly #locked: ReadonlyMap<string, LockEntry>
  readonly #packSources = new Map<string, PackSource>()

  constructor(given: {
    code: string
    sources: Sources
    facts: AreaFacts
    upstream: Upstream
    progress: Progress
    signal: AbortSignal
    locked: ReadonlyMap<string, LockEntry>
  }) {
    this.code = given.code
    this.sources = given.sources
    this.facts = given.facts
    this.upstream = given.upstream
    this.progress = given.progress
    this.signal = given.signal
    this.#locked = given.locked
  }

  readonly isLocked = (url: string): boolean => this.#locked.has(url)

  noteHad(file: Had, source: string, edition: string | null, counts: Counts | null = null): void {
    const { url, asOf, bytes, sha256 } = file
    this.had.push({ url, source, edition, asOf, bytes, sha256, files: 1, counts })
    this.progress.line(`had ${url}`)
  }

  noteMissing(tried: readonly NotHad[]): void {
    this.missing.push(...tried)
    const [first] = tried
    if (first !== undefined) this.progress.line(`missing ${first.url} (${first.detail})`)
  }

  noteCut(file: Had): void {
    this.cut.push(file.url)
    this.progress.line(`only a part of the area is in the copy of ${file.url}`)
  }

  /** What `sources.lock.json` remembers of the files of this build. */
  lockEntries(): LockEntry[] {
    return this.had.map(({ url, asOf, bytes, sha256 }) => ({ url, date: asOf, bytes, sha256 }))
  }

  /** Compares with the lock: refuses a change, or only tells it where the publisher replaces the data all the time. */
  checkLocked(note: HadNote, isMoving: boolean): void {
    const { url, asOf, bytes, sha256 } = note
    if (!isMoving) checkLock(this.#locked, { url, date: asOf, bytes, sha256 })
    const before = this.#locked.get(url)
    if (before !== undefined && before.sha256 !== sha256)
      this.progress.line(`${url} changed since it was locked`)
  }

  /** Puts an edition among the pack's sources. @returns its id there, e.g. `a31b-23`. */
  useEdition({ part, edition, file }: Extract<PartFound, { ok: true }>): string {
    const id = `${part.source.id}-${edition.id}`
    const own = part.source.credits?.[part.values['pref'] ?? '']
    const credit = own?.replaceAll('{label}', edition.label)
    return this.useSource(id, part.source, {
      label: edition.label,
      asOf: edition.asOf,
      url: file.url,
      ...(credit === undefined ? {} : { credit }),
    })
  }

  /** Puts a data set among the pack's sources; a second file of it only adds its URL. The newest date is kept. */
  useSource(
    id: string,
    source: SourceManifest,
    used: { label: string | null; asOf: string | null; url: string; credit?: string },
  ): string {
    const before = this.#packSources.get(id)
    const credit = used.credit ?? source.credit.replaceAll('{label}', used.label ?? '')
    this.#packSources.set(id, {
      id,
      title: source.title,
      publisher: source.publisher,
      credit,
      licence: source.licence,
      edition: used.label,
      asOf:
        [before?.asOf ?? null, used.asOf]
          .filter((date) => date !== null)
          .sort()
          .at(-1) ?? null,
      urls: [...new Set([...(before?.urls ?? []), used.url])].sort(),
    })
    return id
  }

  /** Puts a table kept by hand among the pack's sources. Without a credit of its own it is credited to the area's keepers. */
  useCurated(id: string, file: string, credit: CuratedCredit | undefined): string {
    const path = `data/areas/${this.code}/${file}`
    this.#packSources.set(id, {
      id,
      title: wordsOf(
        credit?.title ?? { ja: `手作業で管理する表（${file}）`, en: `Table kept by hand (${file})` },
      ),
      publisher: wordsOf(credit?.publisher ?? { ja: 'みんなのハザードマップ', en: 'Minna Hazard Map' }),
      credit: credit?.credit ?? path,
      licence: credit?.licence ?? { name: 'CC BY 4.0', url: null },
      edition: null,
      asOf: credit?.asOf ?? null,
      urls: [path],
    })
    return id
  }

  /** Puts a source that is described in full among the pack's: one of a city's own files. */
  usePublished(source: PackSource): string {
    this.#packSources.set(source.id, source)
    return source.id
  }

  /** The sources that were used, sorted by id. In a sample nothing is credited to a real publisher. */
  packSources(): PackSource[] {
    const sources = [...this.#packSources.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
    if (this.facts.kind !== 'sample') return sources
    return sources.map((source) => ({
      ...source,
      // Tables kept by hand and a city's own files already say in their own title what they are.
      title: /^(curated|local)-|^tide$/.test(source.id) ? source.title : sampleTitle(source.title),
      publisher: { ja: 'みんなのハザードマップ', en: 'Minna Hazard Map' },
      credit: this.facts.sampleCredit ?? '見本データ / sample data: not a real place',
      licence: { name: 'CC0 1.0', url: 'https://creativecommons.org/publicdomain/zero/1.0/' },
      urls: [],
    }))
  }
}

const wordsOf = (words: Readonly<Record<string, string | undefined>>): PackSource['title'] =>
  Object.fromEntries(Object.entries(words).filter(([, text]) => text !== undefined)) as PackSource['title']

const sampleTitle = (title: PackSource['title']): PackSource['title'] => ({
  ja: `見本データ（${title['ja'] ?? ''}の形）`,
  en: `Sample data in the form of: ${title['en'] ?? ''}`,
})
