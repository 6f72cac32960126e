import { amountPhrase } from '#domain/kit/describe-kit.ts'
import type { Edit } from '#domain/plan/edits/change-plan.ts'
import { changeEntry, removeEntry } from '#domain/plan/edits/edit-lists.ts'
import { rowOf } from '#domain/kit/kit-table.ts'
import type { KitItem } from '#domain/plan/plan.ts'
import { Said, useWords } from '#i18n/index.ts'
import { IconButton } from '#ui/Button.tsx'
import type { PlanTools } from '../plan/index.ts'
import styles from './KitPanel.module.css'
import { useKitName } from './use-kit-name.ts'

/** A day that a date field holds, or null where it was emptied. */
const dayOf = (value: string): string | null => (/^\d{4}-\d{2}-\d{2}$/.test(value) ? value : null)

/** One thing to have ready: tick, amount, its day, and the way out of the list. */
export const KitLine = ({ tools, item }: { readonly tools: PlanTools; readonly item: KitItem }) => {
  const t = useWords('kit')
  const name = useKitName(item)
  const amount = amountPhrase(item)
  const edit = (change: Edit) => tools.plans.commands.edit(change)
  const { what, where, expires } = item
  const canExpire = what.type === 'own' || rowOf(what.code, where)?.expires === true || expires !== null
  return (
    <li className={styles.item}>
      <label className={styles.check}>
        <input
          type="checkbox"
          checked={item.packed}
          onChange={(event) => edit(changeEntry('kit', item.id, { packed: event.target.checked }))}
        />
        <span>
          <Said text={name.marked} />
          {amount === null ? null : (
            <span className={styles.amount}>
              <Said phrase={amount} />
            </span>
          )}
        </span>
      </label>
      {canExpire ? (
        <label className={styles.date}>
          <span aria-hidden="true">
            <Said k="kit:expires" />
          </span>
          <input
            type="date"
            aria-label={t.label('expiresOf', { item: name.marked })}
            value={expires ?? ''}
            onChange={(event) => edit(changeEntry('kit', item.id, { expires: dayOf(event.target.value) }))}
          />
        </label>
      ) : null}
      <IconButton
        icon="close"
        label={t.label('remove', { item: name.marked })}
        onClick={() => edit(removeEntry('kit', item.id))}
      />
    </li>
  )
}
