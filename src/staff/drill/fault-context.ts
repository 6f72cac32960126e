import { createContext, useContext } from 'react'
import type { DraftFault } from '#domain/publish/draft-scenario.ts'

/** The first thing that is wrong with the drill; every field below looks whether it is the one. */
export const FaultContext = createContext<DraftFault | null>(null)

/** What is wrong with this field; null = nothing, as far as was looked. */
export function useFault(field: string): DraftFault | null {
  const fault = useContext(FaultContext)
  return fault?.field === field ? fault : null
}
