import { createStore } from 'zustand/vanilla'
import type { DrillTools } from '../tools.ts'
import { NOT_WATCHING, type WalkWatch } from './watch-state.ts'

/** Where nobody can be followed: the time counts all the same. */
const NOBODY: WalkWatch = {
  store: createStore(() => ({ ...NOT_WATCHING, failure: 'unsupported' as const })),
  commands: {
    again: () => undefined,
    read: () => undefined,
    notThere: () => undefined,
    setSound: () => undefined,
    setVibration: () => undefined,
  },
  end: () => undefined,
}

export const walkingOf = ({ walking }: DrillTools): WalkWatch => walking ?? NOBODY
