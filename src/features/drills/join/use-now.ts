import { useEffect, useState } from 'react'
import type { Clock } from '#platform/ports.ts'

/** The time, looked at once a second. Milliseconds since 1970. */
export function useNow(clock: Clock): number {
  const [now, setNow] = useState(() => clock.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(clock.now()), 1_000)
    return () => clearInterval(timer)
  }, [clock])
  return now
}
