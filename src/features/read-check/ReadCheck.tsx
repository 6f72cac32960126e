import { useState, type ReactNode } from 'react'
import type { DepthRank } from '#domain/hazards/depth-band.ts'
import { Said, useWords } from '#i18n/index.ts'
import { Button } from '#ui/Button.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Panel, Quiet } from '#ui/Panel.tsx'
import { SwatchRow } from '#ui/Swatch.tsx'
import { Choices } from './Choices.tsx'
import { drawnRank, questionsOf, resultOf, SHOWN_RANKS, type Question, type Tries } from './questions.ts'
import { QuizMap, type LookOf } from './QuizMap.tsx'
import styles from './ReadCheck.module.css'

/** What the patterns of the picture mean, as the legend of the map has it: pattern in words, then metres or zone. */
const Legend = ({
  id,
  rank,
  looks,
}: {
  readonly id: Question['id']
  readonly rank: DepthRank
  readonly looks: LookOf
}) => {
  const t = useWords('quiz')
  switch (id) {
    case 'depth':
      return SHOWN_RANKS.map((shown) => (
        <SwatchRow key={shown} paint={looks('flood-max', shown)}>
          <Said
            text={t('legend', {
              pattern: t(`pattern.rank${shown}`),
              meaning: t(`hazards:rank.rank${shown}`),
            })}
          />
        </SwatchRow>
      ))
    case 'uncoloured':
      return (
        <SwatchRow paint={looks('flood-max', rank)}>
          <Said
            text={t('legend', { pattern: t(`pattern.rank${rank}`), meaning: t(`hazards:rank.rank${rank}`) })}
          />
        </SwatchRow>
      )
    case 'red':
      return (['special', 'warning'] as const).map((zone) => {
        return (
          <SwatchRow key={zone} paint={looks('landslide-steepSlope', zone === 'special' ? 6 : 3)}>
            <Said text={t('legend', { pattern: t(`pattern.${zone}`), meaning: t(`red.zone.${zone}`) })} />
          </SwatchRow>
        )
      })
  }
}

/** The picture and, in words, all of it that the question needs. */
const Picture = ({
  question: { id },
  attempt,
  looks,
}: {
  readonly question: Question
  readonly attempt: number
  readonly looks: LookOf
}) => {
  const t = useWords('quiz')
  const rank = drawnRank(id, attempt)
  return (
    <figure className={styles.figure}>
      <QuizMap id={id} rank={rank} looks={looks} />
      <figcaption>
        <Said text={t(`${id}.picture`, { pattern: t(`pattern.rank${rank}`) })} />
      </figcaption>
      <ul className={styles.legend} aria-label={t.label('legendTitle')}>
        <Legend id={id} rank={rank} looks={looks} />
      </ul>
    </figure>
  )
}

/** What the map means, whatever was chosen: nobody is told that they failed. */
const Explanation = ({
  question: { id, right },
  chosen,
}: {
  readonly question: Question
  readonly chosen: string
}) => {
  const t = useWords('quiz')
  return (
    <Notice tone={chosen === right ? 'info' : 'unknown'}>
      <p>
        <b>
          <Said k={chosen === right ? 'quiz:asMeant' : 'quiz:otherwise'} />
        </b>
      </p>
      <p>
        {id === 'depth' ? (
          <Said text={t('depth.why', { meaning: t(`hazards:depth.${right}`) })} />
        ) : (
          <Said k={`quiz:${id}.why`} />
        )}
      </p>
    </Notice>
  )
}

const Ask = ({
  number,
  question,
  picture,
  tried,
  onTry,
}: {
  readonly number: number
  readonly question: Question
  readonly picture: ReactNode
  readonly tried: Tries[Question['id']]
  readonly onTry: (tried: { readonly chosen: string; readonly isChecked: boolean }) => void
}) => {
  const t = useWords('quiz')
  const [isMissing, setIsMissing] = useState(false)
  const { id, options } = question
  return (
    <section className={styles.question}>
      <h3>
        <Said text={t('number', { number, name: t(`${id}.title`) })} />
      </h3>
      {picture}
      <Choices
        legend={<Said k={`quiz:${id}.question`} />}
        options={options.map((value) => ({
          value,
          label: <Said k={id === 'depth' ? `hazards:depth.${value}` : `quiz:${id}.options.${value}`} />,
        }))}
        value={tried?.chosen ?? null}
        onChange={(chosen) => {
          setIsMissing(false)
          onTry({ chosen, isChecked: false })
        }}
      />
      <div>
        <Button
          onClick={() =>
            tried === undefined ? setIsMissing(true) : onTry({ chosen: tried.chosen, isChecked: true })
          }
        >
          <Said text={t('check', { number })} />
        </Button>
      </div>
      <div role="status">
        {isMissing ? (
          <p>
            <Said k="quiz:chooseFirst" />
          </p>
        ) : null}
        {tried?.isChecked === true ? <Explanation question={question} chosen={tried.chosen} /> : null}
      </div>
    </section>
  )
}

/**
 * "Can you read this map?": three small drawn maps, about a minute. Nothing is kept and nothing is sent. After each answer the
 * meaning is explained; the end says how many were read as the map means them, and what helps when they were not.
 */
export const ReadCheck = ({ looks }: { readonly looks: LookOf }) => {
  const t = useWords('quiz')
  const [attempt, setAttempt] = useState(0)
  const [tries, setTries] = useState<Tries>({})
  const questions = questionsOf(attempt)
  const result = resultOf(questions, tries)
  return (
    <Panel>
      <p>
        <Said k="quiz:about" />
      </p>
      {questions.map((question, index) => (
        <Ask
          key={`${attempt} ${question.id}`}
          number={index + 1}
          question={question}
          picture={<Picture question={question} attempt={attempt} looks={looks} />}
          tried={tries[question.id]}
          onTry={(tried) => setTries((before) => ({ ...before, [question.id]: tried }))}
        />
      ))}
      <div role="status">
        {result === null ? null : (
          <section className={styles.question}>
            <h3>
              <Said k="quiz:done" />
            </h3>
            <p>
              <Said text={t('result', { count: result })} />
            </p>
            <p>
              <Said k="quiz:helps" />
            </p>
          </section>
        )}
      </div>
      {result === null ? null : (
        <div>
          <Button
            onClick={() => {
              setTries({})
              setAttempt(attempt + 1)
            }}
          >
            <Said k="quiz:again" />
          </Button>
        </div>
      )}
      <Quiet>
        <Said k="layers:noColour" />
      </Quiet>
    </Panel>
  )
}
