import { Said } from '#i18n/index.ts'
import { Chips } from '#ui/Choice.tsx'
import { daysOf, STOCK_DAYS } from './draft.ts'

/** For how many days water, food and toilet last at home. Hours; null = not told. */
export const StockChips = ({
  hours,
  onChange,
}: {
  readonly hours: number | null
  readonly onChange: (hours: number | null) => void
}) => {
  const days = daysOf(hours)
  return (
    <Chips
      legend={<Said k="stay:form.stock" />}
      options={[
        { value: 'unknown', label: <Said k="stay:form.days.unknown" /> },
        ...STOCK_DAYS.map((one) => ({ value: String(one), label: <Said k={`stay:form.days.d${one}`} /> })),
      ]}
      value={days === null ? 'unknown' : String(days)}
      onChange={(value) => onChange(value === 'unknown' ? null : Number(value) * 24)}
    />
  )
}
