import type { PackManifest } from '#domain/packs/area-pack.ts'
import type { Plan } from '#domain/plan/plan.ts'
import { formatDate, Said, useWords, wordsIn } from '#i18n/index.ts'
import { InTurn } from './Beside.tsx'
import { Own, Who } from './Names.tsx'
import styles from './Paper.module.css'
import { usePaper } from './paper-context.ts'

/** The day in a sentence of the paper. */
const Day = ({ k, iso }: { readonly k: string; readonly iso: string }) => {
  const t = useWords('paper')
  return <Said k={k} params={{ date: formatDate(t.language, iso) }} />
}

const AreaName = ({ manifest }: { readonly manifest: PackManifest }) => {
  const t = useWords('paper')
  return <Said k="paper:head.area" params={{ area: wordsIn(t.language, manifest.area.name) }} />
}

/** Whose plan it is, of when, and how old the data are that it rests on. */
export const PaperHead = ({
  plan,
  manifest,
  now,
}: {
  readonly plan: Plan
  readonly manifest: PackManifest | null
  readonly now: number
}) => {
  const { names } = usePaper()
  return (
    <header className={styles.head}>
      <h1>
        <InTurn>
          <Said k="paper:head.title" />
        </InTurn>
        {names ? (
          <>
            {' '}
            <Own text={plan.name} />
          </>
        ) : null}
      </h1>
      {plan.household.members.length === 0 ? null : (
        <div className={styles.family}>
          <InTurn>
            <Said k="paper:head.family" />
          </InTurn>{' '}
          <Who ids={plan.household.members.map(({ id }) => id)} plan={plan} />
        </div>
      )}
      <ul className={styles.dates}>
        <li>
          <InTurn>
            <Day k="paper:head.made" iso={new Date(now).toISOString()} />
          </InTurn>
        </li>
        {manifest === null ? null : (
          <>
            <li>
              <InTurn>
                <AreaName manifest={manifest} />
              </InTurn>
            </li>
            <li>
              <InTurn>
                {manifest.dataDate === null ? (
                  <Said k="paper:head.noDataDate" />
                ) : (
                  <Day k="paper:head.data" iso={manifest.dataDate} />
                )}
              </InTurn>
            </li>
          </>
        )}
      </ul>
    </header>
  )
}
