import { useEffect } from 'react'
import { useStore } from 'zustand'
import { plain, useWords, wordsIn } from '#i18n/index.ts'
import { areaOf } from '#features/offline-areas/index.ts'
import { siteWords } from '#features/shelters/index.ts'
import type { SheetHeight } from '#ui/sheet-height.ts'
import type { Parts } from './parts.ts'
import type { Screen } from './routes.ts'

/** How high the sheet stands when a screen is opened: what is read needs room, what goes with the map leaves it some. */
export function heightFor(screen: Screen): SheetHeight {
  switch (screen) {
    case 'home':
    case 'answer':
    case 'site':
    case 'layers':
    case 'myMap':
    case 'closures':
    case 'ways':
    case 'escape':
    case 'drill':
    case 'drillEnd':
      return 'half'
    case 'search':
    case 'sites':
    case 'offline':
    case 'settings':
    case 'about':
    case 'text':
    case 'readCheck':
    case 'online':
    case 'words':
    case 'report':
    case 'alerts':
    case 'drills':
    case 'drillJoin':
    case 'drillHost':
    case 'drillBoard':
    case 'drillRoll':
    case 'drillPaper':
    case 'plan':
    case 'myThing':
    case 'interview':
    case 'timeline':
    case 'whatNow':
    case 'kit':
    case 'share':
    case 'received':
    case 'paper':
      return 'full'
  }
}

/** Screens whose own words hold their name. */
const TITLES: Readonly<Partial<Record<Screen, string>>> = {
  words: 'words:title',
  report: 'language:report.open',
}

/** The heading of the sheet as marked-up text, which is also the title of the page. An answer's heading is its headline. */
export function useTitle(parts: Parts): string {
  const t = useWords('app')
  const { screen, dialog } = useStore(parts.routes.store)
  const answered = useStore(parts.risk.store, (state) => state.answered)
  const picked = useStore(parts.shelters, (state) => state.picked)
  const area = useStore(parts.areas.store, areaOf)
  const site = screen === 'site' ? area?.sites?.find(({ id }) => id === picked) : undefined
  const titleOf = (one: Screen) => t(TITLES[one] ?? `title.${one}`)
  const title =
    dialog === 'draw'
      ? t('title.draw')
      : screen === 'answer' && answered !== null
        ? t.phrase(answered.report.headline)
        : site !== undefined
          ? wordsIn(t.language, siteWords(site.name))
          : titleOf(screen)
  const isSample = area?.manifest.area.kind === 'sample'
  const isDrill = useStore(parts.drill.store, ({ swapped }) => swapped !== null)
  const page = [
    isDrill ? plain(t('title.drill')) : '',
    isSample ? plain(t('banner.sampleShort')) : '',
    plain(titleOf(screen)),
    plain(t('name')),
  ]
  const pageTitle = [...new Set(page)].filter((part) => part !== '').join(' – ')
  useEffect(() => {
    document.title = pageTitle
  }, [pageTitle])
  return title
}
