import { useEffect, useRef } from 'react'
import { useStore } from 'zustand'
import { Said } from '#i18n/index.ts'
import { SkipLink } from '#features/text-mode/index.ts'
import { Button } from '#ui/Button.tsx'
import { AlertsOnTop } from './AlertsOnTop.tsx'
import { Banners } from './Banners.tsx'
import { DrillOnTop } from './DrillOnTop.tsx'
import { Emergency } from './Emergency.tsx'
import { ErrorBoundary } from './ErrorBoundary.tsx'
import type { Parts } from './parts.ts'
import type { Screen } from './routes.ts'
import { SheetContent } from './SheetContent.tsx'
import { useTitle } from './sheet-title.ts'
import { TextHome } from './TextHome.tsx'
import { TopBar } from './TopBar.tsx'
import styles from './TextLayout.module.css'

/** A screen of the app as one part of a plain document, with the way back to the text above it. */
const OtherScreen = ({ parts, title }: { readonly parts: Parts; readonly title: string }) => (
  <section className={styles.screen} aria-labelledby="text-screen">
    <h2 id="text-screen" tabIndex={-1}>
      <Said text={title} />
    </h2>
    <SheetContent parts={parts} />
    <Button icon="list" onClick={() => parts.routes.go('text')}>
      <Said k="text:back" />
    </Button>
    <Emergency />
  </section>
)

/** After a change of screen the heading takes the focus, so that a screen reader goes on where the new words are. */
function useFocusOnChange(screen: Screen, main: React.RefObject<HTMLElement | null>, arrived: boolean): void {
  const shown = useRef<Screen | null>(arrived ? null : screen)
  useEffect(() => {
    if (shown.current === screen) return
    shown.current = screen
    main.current?.querySelector<HTMLElement>('h2')?.focus({ preventScroll: true })
    scrollTo({ top: 0 })
  }, [screen, main])
}

/**
 * The app as a plain document: headings, lists and sentences below one another, and no map. The map's code is not even
 * fetched while a person stays here.
 */
export const TextLayout = ({
  parts,
  arrived,
}: {
  readonly parts: Parts
  /** True when the person came here from another layout, and not by opening the page. */
  readonly arrived: boolean
}) => {
  const screen = useStore(parts.routes.store, (route) => route.screen)
  const main = useRef<HTMLElement>(null)
  const title = useTitle(parts)
  useFocusOnChange(screen, main, arrived)
  return (
    <div className={styles.page}>
      <header>
        {screen === 'text' ? <SkipLink to="place" /> : null}
        <ErrorBoundary says="app:crash.bar">
          <DrillOnTop parts={parts} />
          <TopBar parts={parts} />
          <AlertsOnTop parts={parts} />
          <Banners parts={parts} />
        </ErrorBoundary>
      </header>
      <main ref={main} className={styles.main}>
        <ErrorBoundary key={screen} says="app:crash.panel">
          {screen === 'text' ? <TextHome parts={parts} /> : <OtherScreen parts={parts} title={title} />}
        </ErrorBoundary>
      </main>
    </div>
  )
}
