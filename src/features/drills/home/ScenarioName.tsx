import { titleOfScenario } from '#domain/drills/describe-scenario.ts'
import type { Scenario } from '#domain/drills/scenario.ts'
import { languageOf, isLanguageTag, Said, useWords } from '#i18n/index.ts'

/** What the organiser calls the drill, for a reader of a language; null = nothing. */
function ownTitle({ title }: Pick<Scenario, 'title'>, language: string) {
  const tag = [language, 'ja', 'en', ...Object.keys(title)].find((one) => title[one] !== undefined)
  const text = tag === undefined ? undefined : title[tag]
  return tag === undefined || text === undefined ? null : { tag, text }
}

/** The name of a drill: that of its organiser, and the one by its danger beside it. */
export const ScenarioName = ({
  scenario,
}: {
  readonly scenario: Pick<Scenario, 'id' | 'hazard'> & Partial<Pick<Scenario, 'title'>>
}) => {
  const { language } = useWords('drills')
  const own = ownTitle({ title: scenario.title ?? {} }, language)
  return (
    <>
      {own === null ? null : (
        <>
          <bdi translate="no" lang={isLanguageTag(own.tag, true) ? languageOf(own.tag).htmlLang : own.tag}>
            {own.text}
          </bdi>{' '}
        </>
      )}
      <Said phrase={titleOfScenario(scenario)} />
    </>
  )
}
