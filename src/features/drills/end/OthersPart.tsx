import { useId } from 'react'
import { describeOther } from '#domain/drills/describe-result.ts'
import type { Counterfactual, DrillResult } from '#domain/drills/drill-run.ts'
import { Said } from '#i18n/index.ts'
import { Button } from '#ui/Button.tsx'
import type { Finished } from '../state.ts'
import styles from './end.module.css'

type Props = {
  readonly finished: Finished
  /** The choice that is shown in the replay; null = none. */
  readonly shown: Counterfactual | null
  readonly onShow: (other: Counterfactual | null) => void
}

/** What other choices would have done, one sentence each; each can be seen beside one's own way. */
export const OthersPart = ({ finished, result, shown, onShow }: Props & { readonly result: DrillResult }) => {
  const { others, world, drill } = finished
  const id = useId()
  const sites = world.sites.map(({ site }) => site)
  const told = others.flatMap((other) => {
    const text = describeOther(other, result, drill.run, sites)
    return text === null ? [] : [{ other, text }]
  })
  if (told.length === 0)
    return (
      <p>
        <Said k="drills:end.other.none" />
      </p>
    )
  return (
    <ul className={styles.others}>
      {told.map(({ other, text }) => (
        <li key={other.kind}>
          <p id={`${id}${other.kind}`}>
            <Said phrase={text} />
          </p>
          <Button
            icon="route"
            aria-pressed={shown?.kind === other.kind}
            aria-describedby={`${id}${other.kind}`}
            onClick={() => onShow(shown?.kind === other.kind ? null : other)}
          >
            <Said k="drills:end.other.show" />
          </Button>
        </li>
      ))}
    </ul>
  )
}
