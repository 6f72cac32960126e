import { useStore } from 'zustand'
import { LayersPanel } from '#features/layers/LayersPanel.tsx'
import { OfflinePanel } from '#features/offline-areas/OfflinePanel.tsx'
import { SettingsPanel } from '#features/settings/SettingsPanel.tsx'
import { areaOf } from '#features/offline-areas/index.ts'
import { HazardChips } from '#features/shelters/index.ts'
import { WordsPanel } from '#features/words/index.ts'
import { Said } from '#i18n/index.ts'
import { OnlineOverlayChoice } from '#features/online/index.ts'
import { Button } from '#ui/Button.tsx'
import { Panel } from '#ui/Panel.tsx'
import { AboutPanel } from './AboutPanel.tsx'
import { OnlineScreen } from './OnlineScreen.tsx'
import type { Parts } from './parts.ts'
import { ReadCheckScreen } from './ReadCheckScreen.tsx'
import { ReportScreen } from './ReportScreen.tsx'

export type LaterScreen =
  'layers' | 'offline' | 'settings' | 'about' | 'readCheck' | 'online' | 'words' | 'report'

/** The screens that no first answer needs: a chunk of their own, which the service worker keeps with the shell. */
export const LaterScreens = ({ screen, parts }: { readonly screen: LaterScreen; readonly parts: Parts }) => {
  const theme = useStore(parts.device, (state) => state.theme)
  const isOffline = useStore(parts.device, (state) => state.offline)
  const areas = useStore(parts.areas.store)
  const { index, open } = areas
  switch (screen) {
    case 'layers':
      return (
        <Panel>
          <LayersPanel store={parts.layers} theme={theme} layers={areaOf(areas)?.manifest.layers ?? []}>
            <HazardChips store={parts.shelters} />
          </LayersPanel>
          <Button icon="question" onClick={() => parts.routes.go('readCheck')}>
            <Said k="app:menu.readCheck" />
          </Button>
          <OnlineOverlayChoice
            store={parts.online.store}
            commands={parts.online.commands}
            host={parts.services.official.host}
            isOffline={isOffline}
          />
        </Panel>
      )
    case 'offline':
      return <OfflinePanel store={parts.areas.store} commands={parts.areas.commands} />
    case 'settings':
      return (
        <SettingsPanel
          settings={parts.settings}
          index={index}
          areaCode={open.code}
          onLanguage={() => parts.routes.openDialog('language')}
          onArea={(code) => void parts.act.chooseArea(code)}
        />
      )
    case 'about':
      return <AboutPanel parts={parts} />
    case 'online':
      return <OnlineScreen parts={parts} />
    case 'words':
      return <WordsPanel />
    case 'report':
      return <ReportScreen parts={parts} />
    case 'readCheck':
      return <ReadCheckScreen parts={parts} />
  }
}
