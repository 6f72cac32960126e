import { RATINGS, type Rating } from '#domain/drills/self-rating.ts'
import { formatNumber, Said, useWords } from '#i18n/index.ts'
import { Chips } from '#ui/Choice.tsx'
import { Quiet } from '#ui/Panel.tsx'

/** How sure somebody is to get away in time: asked before a drill and after its replay, with the same words. May be passed by. */
export const RatingChoice = ({
  value,
  onChange,
}: {
  readonly value: Rating | null
  readonly onChange: (value: Rating | null) => void
}) => {
  const { language } = useWords('drills')
  return (
    <>
      <Chips
        legend={<Said k="drills:join.rating.ask" />}
        options={[
          { value: '', label: <Said k="mymap:thing.notTold" /> },
          ...RATINGS.map((one) => ({ value: String(one), label: formatNumber(language, one) })),
        ]}
        value={value === null ? '' : String(value)}
        onChange={(next) => onChange(RATINGS.find((one) => String(one) === next) ?? null)}
      />
      <Quiet>
        <Said k="drills:join.rating.means" />
      </Quiet>
    </>
  )
}
