import { useEffect, useState } from 'react'
import type { DrawPaperMap, PaperMapRequest } from '../paper/index.ts'

export type PaperPicture =
  { readonly status: 'drawing' | 'none' } | { readonly status: 'drawn'; readonly url: string }

/**
 * The picture of a map for paper, drawn anew when it is asked for another.
 * @param request keep it the same value between renderings
 */
export function usePaperPicture(request: PaperMapRequest, draw: DrawPaperMap | null): PaperPicture {
  const [drawn, setDrawn] = useState<{ readonly of: PaperMapRequest; readonly url: string | null } | null>(
    null,
  )
  useEffect(() => {
    if (draw === null) return undefined
    const job = new AbortController()
    let url: string | null = null
    void draw(request, job.signal).then((picture) => {
      if (job.signal.aborted) return
      url = picture === null ? null : URL.createObjectURL(picture)
      setDrawn({ of: request, url })
    })
    return () => {
      job.abort()
      if (url !== null) URL.revokeObjectURL(url)
    }
  }, [request, draw])
  if (draw === null) return { status: 'none' }
  if (drawn?.of !== request) return { status: 'drawing' }
  return drawn.url === null ? { status: 'none' } : { status: 'drawn', url: drawn.url }
}
