import type { Closure, ClosureFeed } from './closure.ts'
import { FEED_SCHEMA } from './feed-schema.ts'
import { encodeUtf8, readFeed, type FeedRefused } from './read-feed.ts'
import { writeShape } from './read-shape.ts'
import { writeTime } from './time.ts'

/**
 * The bytes of a feed, ready to be signed: the same feed always gives the same bytes. UTF-8, one closure a line in the order
 * of the ids, every member in the order of docs/closures.md, times in Japanese time. What a reader would refuse is refused
 * here already, with the same fault: nothing is signed that no phone takes.
 */
export function writeFeed(
  feed: ClosureFeed,
): { readonly ok: true; readonly value: Uint8Array } | FeedRefused {
  const bytes = encodeUtf8(textOf(feed))
  const back = readFeed(bytes)
  if (back.ok) return { ok: true, value: bytes }
  return back
}

function textOf({ area, publisher, licence, sequence, issued, expires, closures }: ClosureFeed): string {
  const head = {
    schema: FEED_SCHEMA,
    area,
    publisher,
    licence,
    sequence,
    issued: timeOf(issued),
    expires: timeOf(expires),
  }
  const lines = closures.toSorted((a, b) => compare(a.id, b.id)).map((one) => JSON.stringify(featureOf(one)))
  const features = lines.length === 0 ? '[]' : `[\n${lines.join(',\n')}\n]`
  return `{"type":"FeatureCollection","feed":${JSON.stringify(head)},"features":${features}}\n`
}

function featureOf({ id, shape, depth, access, road, source, ...told }: Closure) {
  const { foot, wheelchair, bicycle, car, truck, emergency } = access
  return {
    type: 'Feature',
    id,
    geometry: writeShape(shape),
    properties: {
      state: told.state,
      status: told.status,
      reason: told.reason,
      start: timeOf(told.start),
      end: timeOf(told.end),
      direction: told.direction,
      access: { foot, wheelchair, bicycle, car, truck, emergency },
      depthM: depth,
      road:
        road === null
          ? null
          : { name: road.name, ref: road.ref, class: road.class, from: road.from, to: road.to },
      title: sorted(told.title),
      detour: sorted(told.detour),
      source: { kind: source.kind, name: source.name, url: source.url },
      confidence: told.confidence,
      updated: timeOf(told.updated),
      checked: timeOf(told.checked),
    },
  }
}

/** A number that is no time gives no text: the reader then names the field, and nothing is thrown. */
const timeOf = (time: number | null): string | null =>
  time === null || !Number.isFinite(time) || Math.abs(time) > 8e15 ? null : writeTime(time)

const sorted = (words: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(words).toSorted(([a], [b]) => compare(a, b)))

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
