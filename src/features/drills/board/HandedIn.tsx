import { useStore } from 'zustand'
import { readReport } from '#domain/drills/report-code.ts'
import { readArrival } from '#domain/drills/roll-call.ts'
import { kindOfSealed, type SealedKind } from '#domain/drills/sealed-code.ts'
import type { DrillKey } from '#domain/drills/kept-board.ts'
import type { Phrase } from '#domain/risk/report.ts'
import type { Result } from '#domain/result.ts'
import { Said } from '#i18n/index.ts'
import { Button } from '#ui/Button.tsx'
import { Notice } from '#ui/Notice.tsx'
import type { DrillTools } from '../tools.ts'
import { describeRefused } from './refused.ts'

/** What is asked about a code that was opened as a link. */
type Asked = { readonly phrase: Phrase; readonly canTake: boolean; readonly other: boolean }

const ASK = { report: 'drills:board.askTake', arrival: 'drills:roll.askTake' } as const

function askedOf(text: string, kind: SealedKind, drill: DrillKey | null): Asked {
  const read: Result<DrillKey, Parameters<typeof describeRefused>[0]> =
    kind === 'report' ? readReport(text) : readArrival(text)
  const at = kind === 'report' ? 'board' : 'roll'
  if (!read.ok)
    return {
      phrase: describeRefused(read.reason, at),
      canTake: false,
      other: read.reason === 'otherKind',
    }
  const isOther = drill !== null && (read.value.drill !== drill.drill || read.value.area !== drill.area)
  return {
    phrase: { key: isOther ? 'drills:board.askOther' : ASK[kind] },
    canTake: !isOther,
    other: false,
  }
}

/** Which drill the code is of that was opened as a link; null = none, or it cannot be read. */
export function drillHandedIn(text: string | null): DrillKey | null {
  const kind = text === null ? null : kindOfSealed(text)
  if (text === null || kind?.ok !== true) return null
  const read = kind.value === 'report' ? readReport(text) : readArrival(text)
  return read.ok ? read.value : null
}

/**
 * A code that was opened as a link: it is asked about before anything is counted, and somebody who only took part is told that it
 * is for the organiser.
 * @param drill what the organiser's screens are of; null = nothing yet
 */
export const HandedIn = ({
  tools,
  kind,
  drill,
  onTake,
  canTake: isReady = true,
}: {
  readonly tools: DrillTools
  readonly kind: SealedKind
  readonly drill: DrillKey | null
  readonly onTake: (text: string) => void
  /** False = something has to be chosen first. */
  readonly canTake?: boolean
}) => {
  const { store } = tools.drills
  const text = useStore(store, (state) => state.handedIn)
  if (text === null) return null
  const { phrase, canTake, other } = askedOf(text, kind, drill)
  const putAway = () => store.setState({ handedIn: null })
  return (
    <Notice
      tone={canTake ? 'info' : 'unknown'}
      announce
      actions={
        <>
          {canTake && isReady ? (
            <Button
              look="main"
              onClick={() => {
                onTake(text)
                putAway()
              }}
            >
              <Said k="drills:board.take" />
            </Button>
          ) : null}
          {other ? (
            <Button onClick={() => tools.go(kind === 'report' ? 'drillRoll' : 'drillBoard')}>
              <Said k={kind === 'report' ? 'app:title.drillRoll' : 'app:title.drillBoard'} />
            </Button>
          ) : null}
          <Button onClick={putAway}>
            <Said k="drills:board.putAway" />
          </Button>
        </>
      }
    >
      <p>
        <Said phrase={phrase} />
      </p>
      <p>
        <Said k="drills:board.yours" />
      </p>
    </Notice>
  )
}
