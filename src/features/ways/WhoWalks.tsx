import { useStore } from 'zustand'
import { Said } from '#i18n/index.ts'
import { Switch } from '#ui/Choice.tsx'
import { WalkerChoice } from './WalkerChoice.tsx'
import type { WaysTools } from './ways-tools.ts'

/** Who walks, by which light, and whether ways through zones are shown at all. */
export const WhoWalks = ({
  tools: { store },
  isNight,
}: {
  readonly tools: WaysTools
  readonly isNight: boolean
}) => {
  const manner = useStore(store, (state) => state.manner)
  return (
    <>
      <WalkerChoice store={store} isNight={isNight} />
      <Switch
        label={<Said k="escape:avoid.label" />}
        hint={<Said k="escape:avoid.hint" />}
        on={manner === 'avoid'}
        onChange={(on) => store.setState({ manner: on ? 'avoid' : 'least' })}
      />
    </>
  )
}
