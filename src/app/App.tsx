import { lazy, Suspense, useEffect, useMemo, useRef, useState } from 'react'
import { useStore } from 'zustand'
import { Heard, RubyContext, Said, useWords } from '#i18n/index.ts'
import { PreludeContext, SpeakerContext } from '#features/speech/index.ts'
import { Sheet } from '#ui/Sheet.tsx'
import type { SheetHeight } from '#ui/sheet-height.ts'
import { LiveRegion } from '#ui/VisuallyHidden.tsx'
import { AlertsOnTop } from './AlertsOnTop.tsx'
import { applyLook, onDeviceTheme, themeNow } from './apply-look.ts'
import { Banners } from './Banners.tsx'
import { Dialogs } from './Dialogs.tsx'
import { DrillOnTop } from './DrillOnTop.tsx'
import { ErrorBoundary } from './ErrorBoundary.tsx'
import { MapRegion } from './MapRegion.tsx'
import type { Parts } from './parts.ts'
import { SheetContent } from './SheetContent.tsx'
import { heightFor, useTitle } from './sheet-title.ts'
import { TopBar } from './TopBar.tsx'
import { useCovered } from './use-covered.ts'
import styles from './App.module.css'

/** Keeps theme, text size and the title of the page in step with what was chosen. */
function useLook(parts: Parts): void {
  const { chosen } = useStore(parts.settings.store)
  const { language } = useWords('app')
  const theme = useStore(parts.device, (state) => state.theme)
  useEffect(() => {
    const follow = () => parts.device.setState({ theme: themeNow(chosen) })
    follow()
    return onDeviceTheme(follow)
  }, [parts, chosen])
  useEffect(() => applyLook(document.documentElement, theme, chosen, language), [theme, chosen, language])
}

const Panels = ({ parts }: { readonly parts: Parts }) => {
  const t = useWords('app')
  const { screen, dialog, moveFocus } = useStore(parts.routes.store)
  const inspected = useStore(parts.risk.store, (state) => state.inspected)
  const title = useTitle(parts)
  const isDrawing = dialog === 'draw'
  const shown = `${screen} ${isDrawing} ${inspected?.at.join() ?? ''}`
  const [pulled, setPulled] = useState<{ readonly shown: string; readonly height: SheetHeight } | null>(null)
  // A height that was chosen by hand holds for what it was chosen for; anything new starts at its own.
  const height = pulled?.shown === shown ? pulled.height : isDrawing ? 'half' : heightFor(screen)
  // Who asked to see a place on the map would find the map covered.
  useEffect(
    () =>
      parts.plan.store.subscribe((now, before) => {
        if (now.looks > before.looks) setPulled({ shown, height: 'half' })
      }),
    [parts, shown],
  )
  const words = useMemo(
    () => ({ larger: t.label('sheet.larger'), smaller: t.label('sheet.smaller'), close: t.label('close') }),
    [t],
  )
  return (
    <Sheet
      screen={shown}
      title={<Said text={title} />}
      height={height}
      onHeight={(next) => setPulled({ shown, height: next })}
      onClose={screen === 'home' ? undefined : () => parts.routes.close()}
      moveFocus={moveFocus}
      words={words}
    >
      <ErrorBoundary key={screen} says="app:crash.panel">
        <SheetContent parts={parts} />
      </ErrorBoundary>
    </Sheet>
  )
}

/** What is read out when it changes: the headline of a new answer. */
const Announcements = ({ parts }: { readonly parts: Parts }) => {
  const answered = useStore(parts.risk.store, (state) => state.answered)
  return <LiveRegion>{answered === null ? null : <Heard phrase={answered.report.headline} />}</LiveRegion>
}

const TextLayout = lazy(() => import('./TextLayout.tsx').then((text) => ({ default: text.TextLayout })))

/** Bar, banners, map, and the sheet that carries the words. */
const MapLayout = ({ parts }: { readonly parts: Parts }) => {
  const main = useRef<HTMLElement>(null)
  const covered = useCovered(main)
  return (
    <div className={styles.app}>
      <header className={styles.head}>
        <ErrorBoundary says="app:crash.bar">
          <DrillOnTop parts={parts} />
          <TopBar parts={parts} />
          <AlertsOnTop parts={parts} />
          <Banners parts={parts} />
        </ErrorBoundary>
      </header>
      <main ref={main} className={styles.main}>
        <Panels parts={parts} />
        <ErrorBoundary says="app:crash.map">
          <MapRegion parts={parts} covered={covered} />
        </ErrorBoundary>
      </main>
      <Announcements parts={parts} />
    </div>
  )
}

/** The whole screen. The dialogs stand first: a dialog that closes gives its focus back before the new screen takes it. */
const Whole = ({ parts }: { readonly parts: Parts }) => {
  const furigana = useStore(parts.settings.store, (state) => state.chosen.furigana)
  const layout = useStore(parts.routes.store, (route) => route.layout)
  const isPaper = useStore(parts.routes.store, ({ screen }) => screen === 'paper' || screen === 'drillPaper')
  const [first] = useState(layout)
  const [hasMoved, setHasMoved] = useState(false)
  if (layout !== first && !hasMoved) setHasMoved(true)
  useLook(parts)
  return (
    <RubyContext value={furigana}>
      <SpeakerContext value={parts.services.speaker}>
        <PreludeContext value={parts.prelude}>
          <Dialogs parts={parts} />
          {isPaper ? (
            <ErrorBoundary says="app:crash.panel">
              <DrillOnTop parts={parts} />
              <main>
                <SheetContent parts={parts} />
              </main>
            </ErrorBoundary>
          ) : layout === 'map' ? (
            <MapLayout parts={parts} />
          ) : (
            <ErrorBoundary says="app:crash.panel">
              <Suspense fallback={null}>
                <TextLayout parts={parts} arrived={hasMoved} />
              </Suspense>
            </ErrorBoundary>
          )}
        </PreludeContext>
      </SpeakerContext>
    </RubyContext>
  )
}

/** While a drill runs everything is made of its parts, and nothing that was on the screen stays as it was. */
export const App = ({ parts }: { readonly parts: Parts }) => {
  const swapped = useStore(parts.drill.store, (state) => state.swapped)
  return <Whole key={swapped === null ? 'real' : 'drill'} parts={swapped ?? parts} />
}
