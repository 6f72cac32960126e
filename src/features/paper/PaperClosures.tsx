import { Fragment } from 'react'
import type { Closure } from '#domain/closures/closure.ts'
import { describeClosure } from '#domain/closures/describe-closure.ts'
import { Said } from '#i18n/index.ts'
import type { Phrase } from '#domain/risk/report.ts'
import { publishedEndOf, type ClosuresNow } from '../closures/index.ts'
import { Beside, PaperPart, Sentences } from './Beside.tsx'
import styles from './Paper.module.css'
import type { PaperClosures as Near } from './paper-closures.ts'

const One = ({ closure, now }: { readonly closure: Closure; readonly now: ClosuresNow }) => {
  const told = { clockWrong: true, publishedEnd: publishedEndOf(now, closure) }
  const { road, stretch, access, state, reason, when, source } = describeClosure(
    closure,
    now.reckoned?.at ?? now.now,
    told,
  )
  const rest = [stretch, ...access.slice(0, 1), state, reason, ...when, source]
  return (
    <li>
      <Beside>
        <b>
          <Said phrase={road} />
        </b>{' '}
        {rest.map((phrase) =>
          phrase === null ? null : (
            <Fragment key={phrase.key}>
              <Said phrase={phrase} />{' '}
            </Fragment>
          ),
        )}
      </Beside>
    </li>
  )
}

/** Of when they are: the day is always told, because the paper is read on another one. */
function basis({ state }: ClosuresNow): readonly Phrase[] {
  if (state.kind === 'never') return [{ key: 'paper:closures.nothing' }]
  const asOf: Phrase = { key: 'paper:closures.asOf', params: { 'at@time': state.feed.issued } }
  return state.kind === 'old' ? [asOf, { key: 'paper:closures.old' }] : [asOf]
}

/** Closed roads near the home, the places to go and the ways, as they were known when this was printed; nothing is claimed beyond it. */
export const PaperClosures = ({ near, now }: { readonly near: Near; readonly now: ClosuresNow }) => {
  const isKnown = now.state.kind !== 'never'
  return (
    <PaperPart name="closures" title="paper:closures.title">
      <Sentences phrases={basis(now)} />
      {near.named.length === 0 ? null : (
        <ul className={styles.sentences}>
          {near.named.map((closure) => (
            <One key={closure.id} closure={closure} now={now} />
          ))}
        </ul>
      )}
      <Sentences
        phrases={[
          ...(isKnown && near.named.length === 0 ? [{ key: 'paper:closures.none' }] : []),
          ...(near.more > 0 ? [{ key: 'paper:closures.more', params: { number: near.more } }] : []),
          { key: 'paper:closures.ask' },
        ]}
      />
    </PaperPart>
  )
}
