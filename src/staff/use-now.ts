import { useEffect, useState } from 'react'
import type { Clock } from '#platform/ports.ts'

/** The time, told anew every half minute: ages on this page may not stand still. */
export function useNow(clock: Clock): number {
  const [now, setNow] = useState(() => clock.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(clock.now()), 30_000)
    return () => clearInterval(timer)
  }, [clock])
  return now
}
