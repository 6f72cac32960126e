import type { LngLat } from '../geo/lng-lat.ts'
import type { UnpackedFile } from '../packs/area.ts'
import { refuse, type Result } from '../result.ts'
import { findDepartures, findDistances, findReach, findWays, openWays, type Ways } from './way-finder.ts'
import type {
  Departures,
  Distances,
  FoundWays,
  FrontQuestion,
  Reach,
  WaysQuestion,
  WaysRefusal,
} from './ways-question.ts'

/** What can be asked at the desk: plain data, so that it crosses threads unchanged. */
export type WaysAsked =
  | {
      readonly kind: 'ways'
      readonly question: WaysQuestion
      readonly at: LngLat
      readonly count: number
      readonly front: FrontQuestion | null
    }
  | { readonly kind: 'distances'; readonly question: WaysQuestion; readonly at: LngLat }
  | { readonly kind: 'reach'; readonly question: WaysQuestion }
  | {
      readonly kind: 'departures'
      readonly question: WaysQuestion
      readonly front: FrontQuestion
      readonly at: LngLat | null
    }

/** The answer to each kind of question. */
export type WaysTold = {
  readonly ways: FoundWays
  readonly distances: Distances
  readonly reach: Reach
  readonly departures: Departures
}

/** Answers questions about the ways of one area; the same in a worker and in the page. */
export type WaysDesk = {
  /** Takes the ways of this file, which is read with the first question; those of the former are let go. null = there is none. */
  use(graph: UnpackedFile | null): void
  /** Never throws: a question that cannot be reckoned (a speed of 0, no memory left) is `damaged`, with what was thrown. */
  answer(asked: WaysAsked): Result<WaysTold[keyof WaysTold], WaysRefusal>
}

export function createWaysDesk(): WaysDesk {
  let file: UnpackedFile | null = null
  let opened: Result<Ways, WaysRefusal> | null = null
  return {
    use: (graph) => {
      file = graph
      opened = null
    },
    answer: (asked) => {
      try {
        opened ??= openWays({ graph: file })
        return opened.ok ? answerFrom(opened.value, asked) : opened
      } catch (error) {
        return refuse('damaged', String(error))
      }
    },
  }
}

function answerFrom(ways: Ways, asked: WaysAsked): Result<WaysTold[keyof WaysTold], WaysRefusal> {
  switch (asked.kind) {
    case 'ways': {
      const { question, at, count, front } = asked
      return findWays(ways, question, at, { count, front: front ?? undefined })
    }
    case 'distances':
      return findDistances(ways, asked.question, asked.at)
    case 'reach':
      return findReach(ways, asked.question)
    case 'departures':
      return findDepartures(ways, asked.question, asked.front, asked.at)
  }
}
