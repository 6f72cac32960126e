import { Fragment, useMemo, type ReactNode } from 'react'
import { titleOfScenario } from '#domain/drills/describe-scenario.ts'
import { scenarioOf } from '#domain/drills/invitation.ts'
import type { DrillInvitation } from '#domain/drills/scenario.ts'
import { qrMatrix } from '#domain/plan/code/qr-matrix.ts'
import { InLanguage, languageOf, Said, useWords, wordsIn, type OtherWords } from '#i18n/index.ts'
import { QrPicture } from '#ui/QrPicture.tsx'
import styles from './poster.module.css'

/** More would be too small to be read from a few steps away. Own choice, for A4. */
export const MOST_POSTER_LANGUAGES = 4

/** An address up to so long is printed to be typed; a longer one is in the QR code only. Characters; own choice. */
const LONGEST_ADDRESS = 120

export type PosterProps = {
  readonly invitation: DrillInvitation
  /** What the organiser calls the drill, by language tag; where a language has none the fill-in title stands. */
  readonly title: Readonly<Record<string, string>>
  /** One to four, with their words; the first is the largest. */
  readonly languages: readonly OtherWords[]
  /** The six signs; null = this invitation has none. */
  readonly code: string | null
  /** The link to the drill, which the QR code holds. */
  readonly link: string
  /** The name of the municipality by language tag. */
  readonly area: Readonly<Partial<Record<string, string>>>
}

/**
 * The poster that invites to a drill: one sheet of A4, upright, black on white in every theme. That it is a drill stands largest, in
 * every language. It says nothing that only a colour tells, and all that it says is text but the QR code.
 */
export const Poster = (props: PosterProps) => {
  const { invitation, code, link, area } = props
  const languages = props.languages.slice(0, MOST_POSTER_LANGUAGES)
  const first = languages[0]
  if (first === undefined) return null
  const { htmlLang, dir } = languageOf(first.tag)
  return (
    <article
      className={styles.poster}
      data-poster=""
      data-languages={languages.length}
      lang={htmlLang}
      dir={dir}
    >
      <h1 className={styles.big}>
        <Each languages={languages}>
          <Said k="drills:poster.big" />
        </Each>
      </h1>
      <Name {...props} languages={languages} />
      <div className={styles.middle}>
        <div className={styles.qr}>
          <InLanguage of={first}>
            <Code link={link} />
          </InLanguage>
        </div>
        <div className={styles.facts}>
          <SixSigns code={code} languages={languages} />
          <Lines languages={languages}>
            <Facts invitation={invitation} area={area} />
          </Lines>
        </div>
      </div>
      <div className={styles.tongues}>
        <Lines languages={languages}>
          <Steps hasCode={code !== null} />
        </Lines>
      </div>
      <Address code={code} link={link} />
    </article>
  )
}

type InLanguages = { readonly languages: readonly OtherWords[]; readonly children: ReactNode }

/** The same few words in each language, one after the other. */
const Each = ({ languages, children }: InLanguages) =>
  languages.map((of, index) => (
    <Fragment key={of.tag}>
      {index === 0 ? null : ' '}
      <span lang={languageOf(of.tag).htmlLang} dir={languageOf(of.tag).dir}>
        <InLanguage of={of}>{children}</InLanguage>
      </span>
    </Fragment>
  ))

/** The same in each language, one below another. */
const Lines = ({ languages, children }: InLanguages) =>
  languages.map((of) => (
    <div
      key={of.tag}
      lang={languageOf(of.tag).htmlLang}
      dir={languageOf(of.tag).dir}
      className={styles.tongue}
    >
      <InLanguage of={of}>{children}</InLanguage>
    </div>
  ))

/** The organiser's name in the languages that have it, and the fill-in one in the others. A name in none of them stands first. */
const Name = ({ invitation, title, languages }: PosterProps) => {
  const scenario = scenarioOf(invitation)
  const isNamed = languages.some(({ tag }) => title[tag] !== undefined)
  const spare = isNamed
    ? undefined
    : ['ja', 'en', ...Object.keys(title)].find((tag) => title[tag] !== undefined)
  return (
    <h2 className={styles.name}>
      {spare === undefined ? null : (
        <>
          <span lang={htmlOf(spare)} dir="auto">
            {title[spare]}
          </span>{' '}
        </>
      )}
      {languages.map((of) => {
        const own = title[of.tag]
        return (
          <Fragment key={of.tag}>
            <span
              lang={languageOf(of.tag).htmlLang}
              dir={own === undefined ? languageOf(of.tag).dir : 'auto'}
            >
              <InLanguage of={of}>
                {own === undefined && scenario !== null ? <Said phrase={titleOfScenario(scenario)} /> : own}
              </InLanguage>
            </span>{' '}
          </Fragment>
        )
      })}
    </h2>
  )
}

const htmlOf = (tag: string): string => (tag === 'ja-simple' ? 'ja' : tag)

const Code = ({ link }: { readonly link: string }) => {
  const t = useWords('drills')
  const matrix = useMemo(() => qrMatrix(link), [link])
  return <QrPicture matrix={matrix} label={t.label('poster.qr')} />
}

/** Each sign by itself, so that a screen reader spells them. */
const SixSigns = ({
  code,
  languages,
}: {
  readonly code: string | null
  readonly languages: readonly OtherWords[]
}) =>
  code === null ? null : (
    <div className={styles.code}>
      <p>
        <Each languages={languages}>
          <Said k="drills:poster.code" />
        </Each>
      </p>
      <p className={styles.signs} lang="zxx" dir="ltr">
        {[...code].map((sign, index) => (
          <span key={index}>{`${sign} `}</span>
        ))}
      </p>
    </div>
  )

const Facts = ({ invitation, area }: Pick<PosterProps, 'invitation' | 'area'>) => {
  const t = useWords('drills')
  const { begins, group } = invitation
  return (
    <ul>
      <li>
        {begins === null ? (
          <Said k="drills:poster.anyTime" />
        ) : (
          <Said k="drills:poster.begins" params={{ 'at@time': begins }} />
        )}
      </li>
      <li>
        <Said k="drills:poster.area" params={{ area: wordsIn(t.language, area) }} />
      </li>
      {group === null ? null : (
        <li>
          <Said k="drills:poster.group" params={{ 'group@name': group }} />
        </li>
      )}
    </ul>
  )
}

const Steps = ({ hasCode }: { readonly hasCode: boolean }) => (
  <>
    <ol className={styles.steps}>
      {['open', ...(hasCode ? ['type'] : []), 'go'].map((step) => (
        <li key={step}>
          <Said k={`drills:poster.${step}`} />
        </li>
      ))}
    </ol>
    <p className={styles.only}>
      <Said k="drills:poster.only" />
    </p>
  </>
)

/** With the six signs the address of the app is enough; without them the whole link is needed, which nobody types when it is long. */
const Address = ({ code, link }: Pick<PosterProps, 'code' | 'link'>) => {
  const address = code === null ? link : link.replace(/#.*$/, '')
  return address.length > LONGEST_ADDRESS ? null : (
    <p className={styles.address} lang="zxx" dir="ltr">
      {address}
    </p>
  )
}
