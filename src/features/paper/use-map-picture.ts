import { useEffect, useState } from 'react'
import type { ZoneLayerId } from '#domain/hazards/zone-layer.ts'
import type { ClosureMark, MapWays, MyMap } from '#map/map-view.ts'
import type { PaperFrame } from '#map/paper-frame.ts'
import type { LanguageTag } from '#i18n/index.ts'

/** What the paper wants drawn. The words in the zones are in `language`. */
export type PaperMapRequest = {
  readonly frame: PaperFrame
  readonly mine: MyMap
  readonly shown: readonly ZoneLayerId[]
  readonly language: LanguageTag
  /** Closed roads to draw; none are when not told. */
  readonly closures?: readonly ClosureMark[]
  /** Ways to draw, with the sites to which they lead. */
  readonly ways?: MapWays
}

/** Draws the map of the paper in black and white; null = it could not be drawn whole. Never rejects. */
export type DrawPaperMap = (request: PaperMapRequest, signal: AbortSignal) => Promise<Blob | null>

export type MapPicture =
  | { readonly status: 'none' }
  | { readonly status: 'drawing' }
  | { readonly status: 'drawn'; readonly url: string }

type Drawn = { readonly of: string; readonly url: string | null }

/** The picture of the map, drawn anew when what it shows becomes another. The former one is let go. */
export function useMapPicture(request: PaperMapRequest | null, draw: DrawPaperMap | null): MapPicture {
  // Made anew in each rendering, so it is known by what it says.
  const asked = request === null ? null : JSON.stringify(request)
  const [drawn, setDrawn] = useState<Drawn | null>(null)
  useEffect(() => {
    if (asked === null || draw === null) return undefined
    const job = new AbortController()
    let url: string | null = null
    void draw(JSON.parse(asked) as PaperMapRequest, job.signal).then((picture) => {
      if (job.signal.aborted) return
      url = picture === null ? null : URL.createObjectURL(picture)
      setDrawn({ of: asked, url })
    })
    return () => {
      job.abort()
      if (url !== null) URL.revokeObjectURL(url)
    }
  }, [asked, draw])
  if (asked === null || draw === null) return { status: 'none' }
  if (drawn?.of !== asked) return { status: 'drawing' }
  return drawn.url === null ? { status: 'none' } : { status: 'drawn', url: drawn.url }
}
