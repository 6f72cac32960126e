import { useSyncExternalStore } from 'react'
import { Said } from '#i18n/index.ts'
import { Button } from '#ui/Button.tsx'
import { Switch } from '#ui/Choice.tsx'
import { More } from '#ui/Panel.tsx'
import type { Relay } from '#platform/ports.ts'
import type { DrillTools } from '../tools.ts'
import { tellLive } from './phone-live.ts'

/** What ends the telling, for each relay: it goes on while the screens change. */
const telling = new WeakMap<Relay, () => void>()

function useReading(relay: Relay) {
  return useSyncExternalStore(
    (changed) => relay.onChange(changed),
    () => relay.reading(),
  )
}

const Live = ({
  tools,
  relay,
  code,
}: {
  readonly tools: DrillTools
  readonly relay: Relay
  readonly code: string | null
}) => {
  const { state, report } = useReading(relay)
  const isOn = state !== 'off'
  const turn = (on: boolean) => {
    telling.get(relay)?.()
    telling.delete(relay)
    if (on) telling.set(relay, tellLive(tools.drills, relay, tools.language))
  }
  return (
    <>
      <Switch
        label={<Said k="drills:live.tell" />}
        hint={<Said k="drills:live.means" />}
        on={isOn}
        onChange={turn}
      />
      <p role="status">{isOn ? <Said k={`drills:board.live.${state}`} /> : null}</p>
      {isOn && code !== null ? (
        <>
          {report === 'taken' ? null : (
            <Button onClick={() => relay.handIn(code)}>
              <Said k="drills:live.handIn" />
            </Button>
          )}
          <p role="status">
            {report === 'none' || report === 'waiting' ? null : (
              <Said k={report === 'taken' ? 'drills:live.taken' : 'drills:live.notTaken'} />
            )}
          </p>
        </>
      ) : null}
    </>
  )
}

/**
 * Where an organiser runs a relay on the local network: whoever wants to lets them see where they are with the drill. Off until it is
 * switched on; without it everything works.
 * @param code of the report, once there is one
 */
export const LivePart = ({ tools, code }: { readonly tools: DrillTools; readonly code: string | null }) =>
  tools.relay === undefined ? null : (
    <More summary={<Said k="drills:live.title" />}>
      <Live tools={tools} relay={tools.relay} code={code} />
    </More>
  )
