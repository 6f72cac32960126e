import { useCallback, useEffect, useState, useSyncExternalStore, type FormEvent } from 'react'
import { addReports } from '#domain/drills/board.ts'
import type { Board } from '#domain/drills/drill-report.ts'
import type { LiveBoard } from '#domain/drills/live-board.ts'
import {
  DRILL_CALLS,
  PHONE_STATUSES,
  type DrillCall,
  type PhoneStatus,
} from '#domain/drills/relay-message.ts'
import { Said } from '#i18n/index.ts'
import type { Relay, RelayReading } from '#platform/ports.ts'
import { Button } from '#ui/Button.tsx'
import { Switch } from '#ui/Choice.tsx'
import { TextField } from '#ui/Field.tsx'
import { Actions, Quiet } from '#ui/Panel.tsx'
import { CountTable } from './CountTable.tsx'
import type { Kept } from './kept.ts'
import styles from './board.module.css'

const STATUS: { readonly [status in PhoneStatus]: string } = {
  onTheWay: 'drills:board.live.onTheWay',
  arrived: 'drills:outcome.arrived',
  caught: 'drills:outcome.caught',
  stayed: 'drills:outcome.stayed',
  needsHelp: 'drills:board.live.needsHelp',
  done: 'drills:board.live.done',
}

/** Who needs help stands first. */
const ORDER = ['needsHelp', ...PHONE_STATUSES.filter((status) => status !== 'needsHelp')] as const

const SECRET_LENGTH = 64

const wordsOf = ({ state, refusal }: RelayReading): string | null => {
  if (state === 'off') return null
  if (state !== 'refused') return `drills:board.live.${state}`
  return refusal === 'wrongSecret' ? 'drills:board.live.wrongSecret' : 'drills:board.live.refused'
}

const People = ({ live }: { readonly live: LiveBoard }) => (
  <>
    <CountTable
      title={<Said k="drills:board.live.switch" />}
      rows={ORDER.map((status) => ({
        key: status,
        name: <Said k={STATUS[status]} />,
        count: live.byStatus[status],
      }))}
    />
    {live.gone === 0 ? null : (
      <Quiet>
        <Said k="drills:board.live.gone" params={{ number: live.gone }} />
      </Quiet>
    )}
  </>
)

/** Begins, pauses or ends the drill for all phones at once. */
const Calls = ({ relay }: { readonly relay: Relay }) => {
  const [told, setTold] = useState<'drills:board.live.called' | 'drills:handIn.failed' | null>(null)
  const call = (what: DrillCall) =>
    setTold(relay.call(what) ? 'drills:board.live.called' : 'drills:handIn.failed')
  return (
    <>
      <Actions>
        {DRILL_CALLS.map((what) => (
          <Button key={what} onClick={() => call(what)}>
            <Said k={`drills:board.live.call.${what}`} />
          </Button>
        ))}
      </Actions>
      <div role="status">
        {told === null ? null : (
          <p>
            <Said k={told} />
          </p>
        )}
      </div>
    </>
  )
}

const Secret = ({ onSecret }: { readonly onSecret: (secret: string) => void }) => {
  const [secret, setSecret] = useState('')
  const connect = (event?: FormEvent<HTMLFormElement>) => {
    event?.preventDefault()
    // Who presses Enter has not left the field yet.
    const typed = event?.currentTarget.querySelector('input')?.value ?? secret
    if (typed.trim() !== '') onSecret(typed)
  }
  return (
    <form className={styles.part} onSubmit={connect}>
      <TextField
        label={<Said k="drills:board.live.secret" />}
        value={secret}
        most={SECRET_LENGTH}
        onCommit={setSecret}
      />
      <Button onClick={() => connect()}>
        <Said k="drills:board.live.connect" />
      </Button>
    </form>
  )
}

/** How the drill goes at this moment, by the optional relay. Nothing is asked before it is switched on, and all works without it. */
export const Live = ({
  relay,
  drill,
  kept,
}: {
  readonly relay: Relay
  readonly drill: string
  readonly kept: Kept<Board>
}) => {
  const subscribe = useCallback((changed: () => void) => relay.onChange(changed), [relay])
  const reading = useSyncExternalStore(subscribe, () => relay.reading())
  const [isWanted, setWanted] = useState(reading.state !== 'off')
  const live = reading.board?.room === drill ? reading.board : null
  const reports = live?.reports
  useEffect(() => {
    if (reports === undefined || reports.length === 0) return
    void kept.change((board) => {
      const { board: more } = addReports(board, reports)
      return more.reports.length === board.reports.length ? board : more
    })
  }, [kept, reports])
  const turn = (on: boolean) => {
    setWanted(on)
    if (!on) relay.disconnect()
  }
  const words = wordsOf(reading)
  return (
    <div className={styles.part}>
      <Switch
        label={<Said k="drills:board.live.switch" />}
        hint={<Said k="drills:board.live.means" />}
        on={isWanted}
        onChange={turn}
      />
      {isWanted && (reading.state === 'off' || reading.state === 'refused') ? (
        <Secret onSecret={(secret) => relay.connect(drill, { kind: 'organiser', secret })} />
      ) : null}
      <div role="status">
        {words === null || !isWanted ? null : (
          <p>
            <Said k={words} />
          </p>
        )}
      </div>
      {isWanted && live !== null ? <People live={live} /> : null}
      {isWanted && reading.state === 'open' ? <Calls relay={relay} /> : null}
    </div>
  )
}
