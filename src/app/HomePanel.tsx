import { useStore } from 'zustand'
import { Said } from '#i18n/index.ts'
import { AreaNotices } from '#features/offline-areas/index.ts'
import { LocateNotice } from '#features/risk/index.ts'
import { Button } from '#ui/Button.tsx'
import { Panel, Quiet } from '#ui/Panel.tsx'
import { Emergency } from './Emergency.tsx'
import type { Parts } from './parts.ts'

/** "Where is your home?": the four ways to say it, and the sites. */
export const HomePanel = ({ parts }: { readonly parts: Parts }) => {
  const { routes, act, areas, risk, map } = parts
  const status = useStore(map, (state) => state.status)
  const canTap = status === 'ready' || status === 'starting'
  return (
    <Panel>
      <AreaNotices store={areas.store} commands={areas.commands} />
      <LocateNotice store={risk.store} commands={risk.commands} />
      <Button look="main" icon="search" onClick={() => routes.go('search')}>
        <Said k="app:home.search" />
      </Button>
      <Button icon="here" onClick={() => void act.here()}>
        <Said k="app:home.here" />
      </Button>
      <Quiet>
        <Said k={canTap ? 'app:home.tap' : 'app:home.noMap'} />
      </Quiet>
      <Button icon="house" onClick={() => routes.go('plan')}>
        <Said k="app:home.plan" />
      </Button>
      <Button icon="shelter" onClick={() => routes.go('sites')}>
        <Said k="app:menu.sites" />
      </Button>
      <Button icon="list" onClick={() => routes.go('text')}>
        <Said k="app:menu.text" />
      </Button>
      <Emergency />
    </Panel>
  )
}
