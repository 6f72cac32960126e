import { Fragment } from 'react'
import { amountPhrase, kitPhrase } from '#domain/kit/describe-kit.ts'
import type { KitItem, Plan } from '#domain/plan/plan.ts'
import { formatDate, Said, useWords } from '#i18n/index.ts'
import { InTurn, PaperPart, Sentences, TickBox } from './Beside.tsx'
import { Own } from './Names.tsx'
import styles from './Paper.module.css'

const Expires = ({ day }: { readonly day: string }) => {
  const t = useWords('paper')
  return <Said k="paper:kit.expires" params={{ date: formatDate(t.language, day) }} />
}

const Item = ({ item }: { readonly item: KitItem }) => (
  <li>
    <TickBox ticked={item.packed} />
    <span>
      {item.what.type === 'own' ? <Own text={item.what.text} /> : null}
      {item.what.type === 'own' ? null : (
        <InTurn>
          {[kitPhrase(item), amountPhrase(item)]
            .filter((phrase) => phrase !== null)
            .map((phrase) => (
              <Fragment key={phrase.key}>
                <Said phrase={phrase} />{' '}
              </Fragment>
            ))}
        </InTurn>
      )}
      {item.expires === null ? null : (
        <small className={styles.note}>
          <InTurn>
            <Expires day={item.expires} />
          </InTurn>
        </small>
      )}
    </span>
  </li>
)

const PLACES = ['bag', 'stock'] as const

/** What to carry and what to keep, each with its box: ticked where it is packed already. */
export const PaperKit = ({ plan }: { readonly plan: Plan }) => (
  <PaperPart name="kit" title="paper:kit.title">
    {plan.kit.length === 0 ? (
      <Sentences phrases={[{ key: 'paper:kit.none' }]} />
    ) : (
      PLACES.map((where) => {
        const items = plan.kit.filter((item) => item.where === where)
        return items.length === 0 ? null : (
          <div key={where} className={styles.kit}>
            <h3>
              <InTurn>
                <Said k={`paper:kit.${where}`} />
              </InTurn>
            </h3>
            <ul>
              {items.map((item) => (
                <Item key={item.id} item={item} />
              ))}
            </ul>
          </div>
        )
      })
    )}
  </PaperPart>
)
