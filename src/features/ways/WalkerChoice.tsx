import { useStore } from 'zustand'
import type { LngLat } from '#domain/geo/lng-lat.ts'
import { PROFILES, walkerOf, type Profile } from '#domain/routes/profiles.ts'
import { isDark } from '#domain/sun/is-dark.ts'
import { formatNumber, intlOf, Said, useWords } from '#i18n/index.ts'
import { Chips } from '#ui/Choice.tsx'
import { Quiet } from '#ui/Panel.tsx'
import type { WaysState, WaysStore } from './store.ts'
import styles from './WalkerChoice.module.css'

/** Whether people walk by night: as was chosen, else by the sun of the place. `now` in milliseconds since 1970. */
export const walksByNight = ({ night }: Pick<WaysState, 'night'>, at: LngLat, now: number): boolean =>
  night ?? isDark(at, now)

/** Metres per second and minutes for a kilometre on level ground, rounded up. */
const Pace = ({ profile, night }: { readonly profile: Profile; readonly night: boolean }) => {
  const { language } = useWords('escape')
  const { speed } = walkerOf(profile, { night })
  const perSecond = new Intl.NumberFormat(intlOf(language), {
    minimumFractionDigits: 1,
    maximumFractionDigits: 2,
  })
  return (
    <small className={styles.pace}>
      <Said
        k="escape:walker.pace"
        params={{
          speed: perSecond.format(speed / 1000),
          minutes: formatNumber(language, Math.ceil(1_000_000 / speed / 60)),
        }}
      />
    </small>
  )
}

const LIGHTS = ['auto', 'day', 'night'] as const

/**
 * Who walks, and by which light: the same choice on every screen of ways.
 * @param isNight whether the way is reckoned by night now (`walksByNight`)
 */
export const WalkerChoice = ({
  store,
  isNight,
}: {
  readonly store: WaysStore
  readonly isNight: boolean
}) => {
  const { profile, night } = useStore(store)
  const light = night === null ? 'auto' : night ? 'night' : 'day'
  return (
    <div className={styles.choice}>
      <Chips<Profile>
        inOneRow
        legend={<Said k="roads:who.title" />}
        options={PROFILES.map((value) => ({
          value,
          label: (
            <>
              <Said k={`roads:who.${value}`} />
              <Pace profile={value} night={isNight} />
            </>
          ),
        }))}
        value={profile}
        onChange={(value) => store.setState({ profile: value })}
      />
      <Chips<(typeof LIGHTS)[number]>
        legend={<Said k="escape:light.legend" />}
        options={LIGHTS.map((value) => ({ value, label: <Said k={`escape:light.${value}`} /> }))}
        value={light}
        onChange={(value) => store.setState({ night: value === 'auto' ? null : value === 'night' })}
      />
      <Quiet>
        <Said k={isNight ? 'escape:light.nowNight' : 'escape:light.nowDay'} />
      </Quiet>
    </div>
  )
}
