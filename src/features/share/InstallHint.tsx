import { useState } from 'react'
import { Said } from '#i18n/index.ts'
import type { InstallFacts, Installer } from '#platform/ports.ts'
import { Button } from '#ui/Button.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Actions, Quiet } from '#ui/Panel.tsx'
import { InstallDrawing, type InstallPicture } from './InstallPictures.tsx'
import styles from './InstallHint.module.css'
import { useInstallFacts } from './use-install-facts.ts'

/** How it is done by hand, step by step: with a picture each, words `share:install.<system>.<step>`. */
const STEPS: {
  readonly [system in InstallFacts['system']]: readonly (readonly [step: string, picture: InstallPicture])[]
} = {
  ios: [
    ['share', 'iosShare'],
    ['add', 'addRow'],
    ['confirm', 'confirm'],
    ['open', 'homeScreen'],
  ],
  android: [
    ['menu', 'dots'],
    ['add', 'addRow'],
    ['open', 'homeScreen'],
  ],
  other: [
    ['menu', 'addressBar'],
    ['open', 'homeScreen'],
  ],
}

const ByHand = ({ system }: { readonly system: InstallFacts['system'] }) => (
  <ol className={styles.steps}>
    {STEPS[system].map(([step, picture]) => (
      <li key={step} className={styles.step}>
        <InstallDrawing picture={picture} />
        <p className={styles.words}>
          <Said k={`share:install.${system}.${step}`} />
        </p>
      </li>
    ))}
  </ol>
)

/**
 * How the app comes onto the home screen: one button where the browser can be asked, else the steps with drawings. On iOS an
 * installed app begins empty, so it says in which order to do it.
 */
export const InstallHint = ({ installer }: { readonly installer: Installer }) => {
  const { installed, system, canAsk } = useInstallFacts(installer)
  const [refused, setRefused] = useState(false)
  if (installed)
    return (
      <Quiet>
        <Said k="share:install.installed" />
      </Quiet>
    )
  const ask = async () => setRefused(!(await installer.ask()))
  return (
    <>
      <p>
        <Said k="share:install.why" />
      </p>
      {system === 'ios' ? (
        <Notice tone="unknown">
          <p>
            <Said k="share:install.iosEmpty" />
          </p>
        </Notice>
      ) : null}
      {canAsk ? (
        <Actions>
          <Button look="main" icon="plus" onClick={() => void ask()}>
            <Said k="share:install.ask" />
          </Button>
        </Actions>
      ) : (
        <ByHand system={system} />
      )}
      <div role="status">
        {refused ? (
          <p>
            <Said k="share:install.notNow" />
          </p>
        ) : null}
      </div>
    </>
  )
}
