import { useEffect, useState } from 'react'

export type SeriesState = 'none' | 'reading' | 'notHere' | Uint8Array

/** A computed flood by the name of its file; null = none is wanted. */
export function useSeries(
  file: string | null,
  read: (name: string) => Promise<Uint8Array | null>,
): SeriesState {
  const [got, setGot] = useState<{ readonly file: string; readonly bytes: Uint8Array | null } | null>(null)
  useEffect(() => {
    if (file === null) return undefined
    let isGone = false
    const tell = (bytes: Uint8Array | null) => {
      if (!isGone) setGot({ file, bytes })
    }
    read(file).then(tell, () => tell(null))
    return () => {
      isGone = true
    }
  }, [file, read])
  if (file === null) return 'none'
  if (got?.file !== file) return 'reading'
  return got.bytes ?? 'notHere'
}
