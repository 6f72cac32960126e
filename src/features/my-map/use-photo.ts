import { useEffect, useState } from 'react'
import type { PlanTools } from '../plan/index.ts'

/** The address under which a kept photo can be shown; `missing` = it is not on this device. */
export type PhotoView =
  { readonly state: 'loading' | 'missing' } | { readonly state: 'here'; readonly url: string }

/** Reads a photo of the active plan. Its address is given back as soon as it is shown no more. */
export function usePhoto({ plans: { commands } }: PlanTools, id: string): PhotoView {
  const [read, setRead] = useState<{ readonly id: string; readonly view: PhotoView } | null>(null)
  useEffect(() => {
    let url: string | null = null
    let isGone = false
    void commands
      .photo(id)
      .catch(() => null)
      .then((blob) => {
        if (isGone) return
        url = blob === null ? null : URL.createObjectURL(blob)
        setRead({ id, view: url === null ? { state: 'missing' } : { state: 'here', url } })
      })
    return () => {
      isGone = true
      if (url !== null) URL.revokeObjectURL(url)
    }
  }, [commands, id])
  return read?.id === id ? read.view : { state: 'loading' }
}
