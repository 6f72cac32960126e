import type { PackManifest } from '#domain/packs/area-pack.ts'
import { formatDate, InLanguage, languageOf, Said, useWords } from '#i18n/index.ts'
import { UnreviewedLine } from '../language/index.ts'
import { PaperPart, Sentences } from './Beside.tsx'
import { usePaper } from './paper-context.ts'
import styles from './Paper.module.css'

const AsOf = ({ iso }: { readonly iso: string }) => {
  const t = useWords('paper')
  return <Said text={formatDate(t.language, iso)} />
}

/**
 * What has to be known of the whole paper: times are guides, rain can come faster (和光市 マイ・タイムライン; 気象庁
 * 線状降水帯), nobody waits for level 5, the city's word stands above the paper, and no colour is no promise.
 */
const CAVEATS = ['city', 'guide', 'faster', 'level5', 'uncoloured', 'yearly'] as const

/** In each language of the paper that no speaker has checked. */
const Unreviewed = () =>
  usePaper().languages.map((of) => {
    const { htmlLang, dir } = languageOf(of.tag)
    return (
      <div key={of.tag} lang={htmlLang} dir={dir}>
        <InLanguage of={of}>
          <UnreviewedLine />
        </InLanguage>
      </div>
    )
  })

/** What the paper cannot promise, and whose facts stand on it. */
export const PaperFoot = ({ manifest }: { readonly manifest: PackManifest | null }) => (
  <>
    <PaperPart name="caveats" title="paper:caveats.title">
      <Sentences phrases={CAVEATS.map((name) => ({ key: `paper:caveats.${name}` }))} />
      <Unreviewed />
    </PaperPart>
    {manifest === null ? null : (
      <PaperPart name="sources" title="paper:sources.title">
        <ul className={styles.sources}>
          {manifest.sources.map((source) => (
            <li key={source.id}>
              <span lang="ja" translate="no">
                {source.credit}
              </span>
              {source.asOf === null ? null : (
                <>
                  {' ('}
                  <AsOf iso={source.asOf} />
                  {')'}
                </>
              )}
            </li>
          ))}
        </ul>
      </PaperPart>
    )}
  </>
)
