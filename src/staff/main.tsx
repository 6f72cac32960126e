import '#ui/tokens.css'
import '#ui/base.css'
import '#ui/letters.css'
import { createRoot } from 'react-dom/client'
import { installTrustedTypes } from '#app/trusted-types.ts'
import { startStaffWords, type StaffLanguage } from '#i18n/staff-words.ts'
import { makeStaffParts } from './make-parts.ts'
import { createStaffRoutes } from './routes.ts'
import { createStaffServices } from './services.ts'
import { StaffApp } from './StaffApp.tsx'
import { followTheme } from './theme.ts'

/** The composition root of the staff page. It registers no service worker: it is used where there is a network to publish over. */
async function start(): Promise<void> {
  installTrustedTypes()
  followTheme(document.documentElement)
  const query = new URLSearchParams(location.search)
  const routes = createStaffRoutes(location)
  addEventListener('hashchange', () => routes.follow(location.hash))
  const parts = makeStaffParts(createStaffServices(), routes)
  const opening = parts.areas.commands.start(query.get('area'))
  const language: StaffLanguage = query.get('lang') === 'en' ? 'en' : 'ja'
  await startStaffWords(language)
  const root = document.querySelector('#root')
  if (root === null) throw new Error('The page has no #root')
  root.replaceChildren()
  createRoot(root).render(<StaffApp parts={parts} />)
  await opening
}

void start()
