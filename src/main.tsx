import './ui/tokens.css'
import './ui/base.css'
import './ui/letters.css'
import { createRoot } from 'react-dom/client'
import { wantFurigana } from '#i18n/index.ts'
import { App } from './app/App.tsx'
import { applyLook, themeNow } from './app/apply-look.ts'
import { connectFeeds } from './app/connect-feeds.ts'
import { makeParts, wantsMap } from './app/make-parts.ts'
import { createServices } from './app/services.ts'
import { isCode, screenOf } from './app/routes.ts'
import { takeUpDrill } from './app/take-up-drill.ts'
import { startLayout } from './app/start-layout.ts'
import { startWords } from './app/start-words.ts'
import { installTrustedTypes } from './app/trusted-types.ts'

/** The composition root: settings first, so that the first paint has the right language and theme; then the screen. */
async function start(): Promise<void> {
  installTrustedTypes()
  const query = new URLSearchParams(location.search)
  const services = createServices()
  const parts = makeParts(services, {
    history,
    hash: location.hash,
    layout: startLayout(services.settings, query.get('text')),
    device: {
      theme: 'day',
      offline: !navigator.onLine,
      updateReady: false,
      languageFailed: null,
      languageLoading: null,
      reportFrom: '',
    },
  })
  // Before anything is waited for: the back gesture of an impatient thumb counts while the words are still on their way.
  addEventListener('popstate', (event) => {
    if (isCode(location.hash)) parts.act.receive(location.hash)
    // An address that was typed, or a link in another app, has no state of ours: it says itself what it wants.
    else if (event.state === null) parts.routes.go(screenOf(location.hash), { replace: true })
    else parts.routes.onPopState(event.state)
  })
  const { chosen } = parts.settings.store.getState()
  const theme = themeNow(chosen)
  parts.device.setState({ theme })
  // The area is opened while the words are on their way: neither waits for the other.
  const opening = parts.areas.commands.start(query.get('area') ?? chosen.area)
  wantFurigana(chosen.furigana.ja !== 'none')
  const language = await startWords(chosen.language, query.get('lang'))
  applyLook(document.documentElement, theme, chosen, language)
  const root = document.querySelector('#root')
  if (root === null) throw new Error('The page has no #root')
  root.replaceChildren()
  createRoot(root).render(<App parts={parts} />)
  connectFeeds(parts)
  takeUpDrill(parts)

  addEventListener('online', () => parts.device.setState({ offline: false }))
  addEventListener('offline', () => parts.device.setState({ offline: true }))
  void parts.services.shell.start(
    () => parts.device.setState({ updateReady: true }),
    () => wantsMap(parts.routes),
  )
  void parts.services.shell.readIn(language)
  await opening
}

void start()
