import type { Had, NotHad, Upstream } from '../lib/upstream.ts'
import { fillUrl, type Edition, type SourceManifest } from './source-manifest.ts'

/** One file of a data set, in whatever edition it can be had. */
export type Part = {
  readonly source: SourceManifest
  /** What fills the pattern, but for the edition. */
  readonly values: Readonly<Record<string, string>>
}

/** What came of looking for a part: the file with its edition, or every URL that was tried. */
export type PartFound =
  | { readonly ok: true; readonly part: Part; readonly edition: Edition; readonly file: Had }
  | { readonly ok: false; readonly part: Part; readonly tried: readonly NotHad[] }

/** The URL of a part in the newest edition: how a missing part is named. */
export const newestUrl = ({ source, values }: Part): string =>
  fillUrl(source.urls[0] ?? '', { ...values, edition: source.editions[0]?.id ?? '' })

/**
 * Looks for the newest edition of a part that exists. An edition that the lock names comes first, so that the same lock
 * gives the same input. When a server does not answer, older editions are not asked: what was newest is not known then.
 * Nothing is asked for where the manifest says that the data of the prefecture may not be used.
 */
export async function findEdition(
  part: Part,
  upstream: Upstream,
  isLocked: (url: string) => boolean,
  signal: AbortSignal,
): Promise<PartFound> {
  const { source, values } = part
  const closed = source.closed?.[values['pref'] ?? '']
  if (closed !== undefined) {
    return { ok: false, part, tried: [{ ok: false, url: newestUrl(part), why: 'notOpen', detail: closed }] }
  }
  const candidates = source.editions.flatMap((edition) =>
    (edition.urls ?? source.urls).map((pattern) => ({
      edition,
      url: fillUrl(pattern, { ...values, edition: edition.id }),
    })),
  )
  const ordered = [
    ...candidates.filter(({ url }) => isLocked(url)),
    ...candidates.filter(({ url }) => !isLocked(url)),
  ]
  const tried: NotHad[] = []
  for (const { edition, url } of ordered) {
    const file = await upstream.get(url, { expects: 'zip', maxBytes: source.maxBytes }, signal)
    if (file.ok) return { ok: true, part, edition, file }
    tried.push(file)
    if (file.why === 'unreachable') break
  }
  return { ok: false, part, tried }
}

/** Why a part could not be had, in one line for the report. */
export function whyNotHad({ part, tried }: Extract<PartFound, { ok: false }>): string {
  const url = newestUrl(part)
  const last = tried.at(-1)
  if (last === undefined || last.why === 'notFound') {
    const editions = part.source.editions.map(({ id }) => id).join(', ')
    const detail = last?.detail ?? 'no edition is known'
    return `${url}: not found in the editions ${editions} (${detail}): perhaps not published, or nothing of this kind there`
  }
  return `${url}: ${last.why} (${last.detail.slice(0, 200)})`
}
