import { useStore } from 'zustand'
import { LayersPanel } from '#features/layers/LayersPanel.tsx'
import { OfflinePanel } from '#features/offline-areas/OfflinePanel.tsx'
import { SettingsPanel } from '#features/settings/SettingsPanel.tsx'
import { HazardChips } from '#features/shelters/index.ts'
import { AboutPanel } from './AboutPanel.tsx'
import type { Parts } from './parts.ts'

export type LaterScreen = 'layers' | 'offline' | 'settings' | 'about' | 'readCheck'

/** The screens that no first answer needs: a chunk of their own, which the service worker keeps with the shell. */
export const LaterScreens = ({ screen, parts }: { readonly screen: LaterScreen; readonly parts: Parts }) => {
  const theme = useStore(parts.device, (state) => state.theme)
  const { index, open } = useStore(parts.areas.store)
  switch (screen) {
    case 'layers':
      return (
        <LayersPanel store={parts.layers} theme={theme}>
          <HazardChips store={parts.shelters} />
        </LayersPanel>
      )
    case 'offline':
      return <OfflinePanel store={parts.areas.store} commands={parts.areas.commands} />
    case 'settings':
      return (
        <SettingsPanel
          settings={parts.settings}
          index={index}
          areaCode={open.code}
          onLanguage={(tag) => void parts.act.chooseLanguage(tag)}
          onArea={(code) => void parts.act.chooseArea(code)}
        />
      )
    case 'about':
      return <AboutPanel parts={parts} />
    case 'readCheck':
      return null
  }
}
