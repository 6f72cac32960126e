import { useStore } from 'zustand'
import { isInForce } from '#domain/alerts/in-force.ts'
import { ScenarioName } from '#features/drills/index.ts'
import { Said, useWords } from '#i18n/index.ts'
import { Button } from '#ui/Button.tsx'
import type { Parts } from './parts.ts'
import styles from './DrillStrip.module.css'

/** Leaves the drill: the app is at once what it was. */
function leave(parts: Parts, then: 'home' | 'text' | 'alerts'): void {
  parts.drill.store.getState().house?.drills.commands.leave()
  parts.routes.go(then, { replace: true })
}

/**
 * That it is a drill, which one, how long it still lasts, and one tap to leave it. A real order that comes meanwhile stands here
 * too, above all else.
 */
export const DrillStrip = ({ parts }: { readonly parts: Parts }) => {
  const house = useStore(parts.drill.store, (state) => state.house)
  return house === null ? null : <Strip parts={parts} house={house} />
}

const Strip = ({
  parts,
  house,
}: {
  readonly parts: Parts
  readonly house: NonNullable<ReturnType<Parts['drill']['store']['getState']>['house']>
}) => {
  const t = useWords('drills')
  const running = useStore(house.drills.store, (state) => state.running)
  const real = useStore(house.real.alerts)
  const layout = useStore(parts.routes.store, (route) => route.layout)
  const screen = useStore(parts.routes.store, (route) => route.screen)
  if (running === null) return null
  const { scenario } = running.drill.run
  const left = Math.max(0, Math.ceil(scenario.minutes - running.minute))
  const hasRealOrder = real.reading?.kept?.feed.alerts.some(isInForce) === true
  return (
    <section className={styles.strip} aria-label={t.label('banner.drill')}>
      {hasRealOrder ? (
        <div className={styles.real} role="alert">
          <p>
            <Said k="drills:banner.real" />
          </p>
          <Button look="main" icon="warning" onClick={() => leave(parts, 'alerts')}>
            <Said k="drills:banner.realShow" />
          </Button>
        </div>
      ) : null}
      <p className={styles.what}>
        <strong>
          <Said k="drills:banner.drill" />
        </strong>{' '}
        <span className={styles.name}>
          <ScenarioName scenario={scenario} />
        </span>{' '}
        <span>
          <Said text={t('banner.left', { count: left })} />
        </span>
      </p>
      <div className={styles.acts}>
        {screen === 'drill' ? null : (
          <Button look="quiet" onClick={() => parts.routes.go('drill')}>
            <Said k="drills:banner.back" />
          </Button>
        )}
        <Button look="quiet" icon="close" onClick={() => leave(parts, layout === 'text' ? 'text' : 'home')}>
          <Said k="drills:banner.leave" />
        </Button>
      </div>
    </section>
  )
}
