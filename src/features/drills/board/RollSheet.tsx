import { formatNumber, Said, useWords } from '#i18n/index.ts'
import { Notice } from '#ui/Notice.tsx'
import type { DrillTools } from '../tools.ts'
import { LanguageName } from './LanguageName.tsx'
import { OfDrill } from './OfDrill.tsx'
import { useOrganised, useReceptionSite, useRoll, type Organised } from './organised.ts'
import { RollSums } from './RollSums.tsx'
import { SiteName } from './SiteName.tsx'
import { LanguageTable } from './Sums.tsx'
import board from './board.module.css'
import styles from './sheet.module.css'

type Props = { readonly tools: DrillTools; readonly organised: Organised }

/** All arrivals in the order in which they came. */
const Arrivals = ({ tools, organised, site }: Props & { readonly site: string }) => {
  const { language } = useWords('drills')
  const { value: roll } = useRoll(tools, organised, site)
  return (
    <table className={board.table} data-long="">
      <thead>
        <tr>
          {(['roll.come', 'roll.stillHelp', 'handIn.language', 'board.group'] as const).map((key) => (
            <th key={key} scope="col">
              <Said k={`drills:${key}`} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {roll.arrivals.map(({ arrival, helped }) => (
          <tr key={arrival.nonce}>
            <td>
              <Said text={formatNumber(language, arrival.people)} />
            </td>
            <td>
              <Said text={formatNumber(language, arrival.needHelp - helped)} />
            </td>
            <td>
              <LanguageName tag={arrival.language} />
            </td>
            <td>
              <bdi>{arrival.group}</bdi>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const Filled = ({ tools, organised, site }: Props & { readonly site: string }) => {
  const { status, value: roll } = useRoll(tools, organised, site)
  if (status === 'opening') return null
  return (
    <article className={styles.sheet}>
      <h1>
        <Said k="app:title.drillRoll" /> <SiteName tools={tools} id={site} />
      </h1>
      <p>
        <Said k="drills:board.onPaper" />
      </p>
      <OfDrill tools={tools} organised={organised} />
      <p>
        <Said k="drills:board.asOf" params={{ 'at@time': tools.clock.now() }} />
      </p>
      <RollSums roll={roll} />
      {roll.byLanguage.length === 0 ? null : (
        <LanguageTable byLanguage={roll.byLanguage} title="drills:roll.byArrival" />
      )}
      <Arrivals tools={tools} organised={organised} site={site} />
    </article>
  )
}

const OfSite = ({ tools, organised }: Props) => {
  const site = useReceptionSite(tools, organised.drill)
  return site === null ? null : <Filled tools={tools} organised={organised} site={site} />
}

/** The arrivals at a site on a sheet of A4: how many, and nobody's name. */
export const RollSheet = ({ tools }: { readonly tools: DrillTools }) => {
  const { status, organised } = useOrganised(tools)
  if (status === 'opening') return null
  if (organised !== null) return <OfSite tools={tools} organised={organised} />
  return (
    <Notice tone="info">
      <p>
        <Said k="drills:host.none" />
      </p>
    </Notice>
  )
}
