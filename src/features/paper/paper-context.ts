import { createContext, useContext } from 'react'
import type { OtherWords } from '#i18n/index.ts'

/** What every part of the paper is made with. */
export type PaperSetting = {
  readonly languages: readonly OtherWords[]
  /** With the names of people, phone numbers and notes. */
  readonly names: boolean
}

export const PaperContext = createContext<PaperSetting>({ languages: [], names: true })

export const usePaper = (): PaperSetting => useContext(PaperContext)
