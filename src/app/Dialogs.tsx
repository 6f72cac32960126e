import { useStore } from 'zustand'
import { languageOf, Said, useWords } from '#i18n/index.ts'
import { LanguagePicker } from '#features/language/index.ts'
import { Button } from '#ui/Button.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { Notice } from '#ui/Notice.tsx'
import type { IconName } from '#ui/Icon.tsx'
import type { Parts } from './parts.ts'
import type { Screen } from './routes.ts'

const MENU: readonly (readonly [Screen, IconName])[] = [
  ['home', 'house'],
  ['plan', 'check'],
  ['drills', 'person'],
  ['alerts', 'warning'],
  ['closures', 'noEntry'],
  ['ways', 'route'],
  ['escape', 'clock'],
  ['sites', 'shelter'],
  ['layers', 'layers'],
  ['text', 'list'],
  ['online', 'globe'],
  ['words', 'voice'],
  ['readCheck', 'question'],
  ['offline', 'offline'],
  ['settings', 'settings'],
  ['about', 'about'],
]

/** In the text layout the screens of the map are left out, and one way leads to the map. */
const TEXT_MENU = MENU.filter(([screen]) => !['home', 'sites', 'layers'].includes(screen))

/** The menu and the choice of the language: the two modal dialogs. */
export const Dialogs = ({ parts }: { readonly parts: Parts }) => {
  const t = useWords('app')
  const { routes, device, act } = parts
  const { dialog, layout } = useStore(routes.store)
  const { languageFailed, languageLoading } = useStore(device)
  const words = useWords('language')
  const close = () => {
    if (routes.store.getState().dialog !== null) routes.close()
  }
  return (
    <>
      <Dialog
        open={dialog === 'menu'}
        title={<Said k="app:menu.title" />}
        closeLabel={t.label('close')}
        onClose={close}
      >
        {(layout === 'text' ? TEXT_MENU : MENU).map(([screen, icon]) => (
          <Button key={screen} look="row" icon={icon} onClick={() => routes.go(screen)}>
            <Said k={screen === 'words' ? 'words:title' : `app:menu.${screen}`} />
          </Button>
        ))}
        {layout === 'text' ? (
          <Button look="row" icon="globe" onClick={() => routes.go('home')}>
            <Said k="app:menu.map" />
          </Button>
        ) : null}
      </Dialog>
      <Dialog
        open={dialog === 'language'}
        title={<Said k="language:title" />}
        closeLabel={t.label('close')}
        onClose={close}
      >
        {languageFailed !== null ? (
          <Notice tone="unknown" announce>
            <p>
              <Said text={words('failed', { language: languageOf(languageFailed).endonym })} />
            </p>
          </Notice>
        ) : null}
        <LanguagePicker
          now={t.language}
          loading={languageLoading}
          onChoose={(tag) => {
            void act.chooseLanguage(tag).then(() => {
              if (device.getState().languageFailed === null) close()
            })
          }}
        />
      </Dialog>
    </>
  )
}
