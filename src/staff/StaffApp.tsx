import { useEffect, useRef, type ReactNode } from 'react'
import { useStore } from 'zustand'
import { foreign, languageOf, Said, useWords } from '#i18n/index.ts'
import { startStaffWords } from '#i18n/staff-words.ts'
import { Button } from '#ui/Button.tsx'
import { Notice } from '#ui/Notice.tsx'
import { AlertScreen } from './AlertScreen.tsx'
import { ClosureScreen } from './ClosureScreen.tsx'
import { isUnsaved } from './drill-desk.ts'
import { DrillScreen } from './DrillScreen.tsx'
import { HistoryScreen } from './HistoryScreen.tsx'
import { HomeScreen } from './HomeScreen.tsx'
import { KeysScreen } from './KeysScreen.tsx'
import type { City, StaffParts } from './parts.ts'
import { ReviewScreen } from './ReviewScreen.tsx'
import { SecondScreen } from './SecondScreen.tsx'
import { SettingsScreen } from './SettingsScreen.tsx'
import { useUnload } from './use-unload.ts'
import styles from './staff.module.css'

/** The page of the city's staff. */
export const StaffApp = ({ parts }: { readonly parts: StaffParts }) => {
  const t = useWords('staff')
  const title = t.label('title')
  // Other screens may be looked at meanwhile: the drill stays, but not longer than the page.
  useUnload(useStore(parts.drill, isUnsaved))
  useEffect(() => {
    document.title = title
  }, [title])
  return (
    <div className={styles.page}>
      <Head parts={parts} />
      <main className={styles.main}>
        <Body parts={parts} />
      </main>
    </div>
  )
}

const NAVIGATION = [
  ['home', 'house'],
  ['drill', 'route'],
  ['keys', 'person'],
  ['history', 'list'],
  ['settings', 'settings'],
] as const

const Head = ({ parts }: { readonly parts: StaffParts }) => {
  const t = useWords('staff')
  const screen = useStore(parts.routes.store, (state) => state.screen)
  const open = useStore(parts.areas.store, (state) => state.open)
  const name = open.status === 'open' ? open.pack.manifest.area.name.ja : undefined
  const isJapanese = t.language === 'ja'
  return (
    <header className={styles.head}>
      <h1>
        <Said k="staff:title" />
        {name === undefined ? null : (
          <>
            {' '}
            <span className={styles.city}>
              <Said text={foreign('ja', name)} />
            </span>
          </>
        )}
      </h1>
      <nav aria-label={t.label('navigation')} className={styles.navigation}>
        {NAVIGATION.map(([to, icon]) => (
          <Button
            key={to}
            icon={icon}
            look="quiet"
            aria-current={screen === to ? 'page' : undefined}
            onClick={() => parts.routes.go(to)}
          >
            <Said k={`staff:screen.${to}`} />
          </Button>
        ))}
        <Button
          icon="globe"
          look="quiet"
          lang={isJapanese ? 'en' : 'ja'}
          onClick={() => void startStaffWords(isJapanese ? 'en' : 'ja').catch(() => undefined)}
        >
          {languageOf(isJapanese ? 'en' : 'ja').endonym}
        </Button>
      </nav>
    </header>
  )
}

const Body = ({ parts }: { readonly parts: StaffParts }) => {
  const { open } = useStore(parts.areas.store)
  const city = useStore(parts.city)
  const { screen, what } = useStore(parts.routes.store)
  if (open.status === 'failed')
    return <Trouble k="staff:noPack" onAgain={() => void parts.areas.commands.start(open.code)} />
  // A drill is not published: no key is needed for it.
  if (screen === 'drill' && open.status === 'open')
    return (
      <Titled parts={parts}>
        <DrillScreen parts={parts} open={open} />
      </Titled>
    )
  if (city.status === 'waiting')
    return (
      <p role="status">
        <Said k="staff:waiting" />
      </p>
    )
  if (city.status !== 'open') return <Trouble k={`staff:noDesk.${city.status}`} />
  return (
    <Titled parts={parts}>
      <Screen key={`${screen} ${what}`} parts={parts} city={city.city} />
    </Titled>
  )
}

const Trouble = ({ k, onAgain }: { readonly k: string; readonly onAgain?: () => void }) => (
  <Notice
    tone="hazard"
    announce
    actions={
      onAgain === undefined ? undefined : (
        <Button onClick={onAgain}>
          <Said k="staff:again" />
        </Button>
      )
    }
  >
    <p>
      <Said k={k} />
    </p>
  </Notice>
)

/** The heading of a screen takes the focus when another is shown, so that a screen reader goes on where the new words are. */
const Titled = ({ parts, children }: { readonly parts: StaffParts; readonly children: ReactNode }) => {
  const { screen, what } = useStore(parts.routes.store)
  const heading = useRef<HTMLHeadingElement>(null)
  const shown = useRef(`${screen} ${what}`)
  useEffect(() => {
    if (shown.current === `${screen} ${what}`) return
    shown.current = `${screen} ${what}`
    heading.current?.focus()
    scrollTo(0, 0)
  }, [screen, what])
  const isChanged = (screen === 'closure' || screen === 'alert') && what !== ''
  return (
    <>
      <h2 ref={heading} tabIndex={-1} className={styles.title}>
        <Said k={isChanged ? `staff:screen.${screen}Again` : `staff:screen.${screen}`} />
      </h2>
      {children}
    </>
  )
}

const Screen = ({ parts, city }: { readonly parts: StaffParts; readonly city: City }) => {
  const { screen, what } = useStore(parts.routes.store)
  switch (screen) {
    case 'home':
      return <HomeScreen parts={parts} city={city} />
    case 'closure':
      return <ClosureScreen parts={parts} city={city} id={what} />
    case 'alert':
      return <AlertScreen parts={parts} city={city} id={what} />
    case 'review':
      return <ReviewScreen parts={parts} city={city} feed={what === 'alerts' ? 'alerts' : 'closures'} />
    case 'second':
      return <SecondScreen parts={parts} city={city} />
    case 'keys':
      return <KeysScreen parts={parts} city={city} />
    case 'history':
      return <HistoryScreen parts={parts} city={city} />
    case 'settings':
      return <SettingsScreen parts={parts} />
    // Shown by `Body`, which needs no desk for it.
    case 'drill':
      return null
  }
}
