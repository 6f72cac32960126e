import { Fragment, type ReactNode } from 'react'
import { InLanguage, languageOf, Said } from '#i18n/index.ts'
import type { Phrase } from '#domain/risk/report.ts'
import styles from './Paper.module.css'
import { usePaper } from './paper-context.ts'

/** The same, once in each language of the paper, side by side; on a narrow screen below one another. */
export const Beside = ({ children }: { readonly children: ReactNode }) => {
  const { languages } = usePaper()
  return (
    <div className={styles.beside} data-languages={languages.length}>
      {languages.map((of) => {
        const { htmlLang, dir } = languageOf(of.tag)
        return (
          <div key={of.tag} lang={htmlLang} dir={dir} className={styles.tongue}>
            <InLanguage of={of}>{children}</InLanguage>
          </div>
        )
      })}
    </div>
  )
}

/** One cell of a table for each language. */
export const CellsBeside = ({ children }: { readonly children: ReactNode }) =>
  usePaper().languages.map((of) => {
    const { htmlLang, dir } = languageOf(of.tag)
    return (
      <td key={of.tag} lang={htmlLang} dir={dir}>
        <InLanguage of={of}>{children}</InLanguage>
      </td>
    )
  })

/** A few words in each language, one after the other on one line: for headings and narrow cells. */
export const InTurn = ({ children }: { readonly children: ReactNode }) =>
  usePaper().languages.map((of, index) => {
    const { htmlLang, dir } = languageOf(of.tag)
    return (
      <Fragment key={of.tag}>
        {index === 0 ? null : ' '}
        <span lang={htmlLang} dir={dir} className={styles.inTurn}>
          <InLanguage of={of}>{children}</InLanguage>
        </span>
      </Fragment>
    )
  })

/** A part of the paper under its heading, in each language. */
export const PaperPart = ({
  title,
  name,
  children,
}: {
  readonly title: string
  /** What it is, for tests and styles. */
  readonly name: string
  readonly children: ReactNode
}) => (
  <section className={styles.part} data-part={name}>
    <h2>
      <InTurn>
        <Said k={title} />
      </InTurn>
    </h2>
    {children}
  </section>
)

const About = ({ phrase }: { readonly phrase: Phrase | null }) =>
  phrase === null ? null : (
    <>
      <b>
        <Said phrase={phrase} />
      </b>{' '}
    </>
  )

/** Sentences below one another, each beside itself in the other language. */
export const Sentences = ({
  phrases,
  about = [],
}: {
  readonly phrases: readonly Phrase[]
  /** What each is about, before it in bold; null = nothing in particular. */
  readonly about?: readonly (Phrase | null)[]
}) =>
  phrases.length === 0 ? null : (
    <ul className={styles.sentences}>
      {phrases.map((phrase, index) => (
        <li key={index}>
          <Beside>
            <About phrase={about[index] ?? null} />
            <Said phrase={phrase} />
          </Beside>
        </li>
      ))}
    </ul>
  )

/** An empty box to be ticked by hand, or a ticked one. */
export const TickBox = ({ ticked = false }: { readonly ticked?: boolean }) => (
  <svg viewBox="0 0 16 16" className={styles.tick} aria-hidden="true" focusable="false">
    <rect x="1" y="1" width="14" height="14" />
    {ticked ? <path d="m4 8.500 3 3 5.500-7" /> : null}
  </svg>
)
