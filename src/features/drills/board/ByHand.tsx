import { useState } from 'react'
import { MOST_PEOPLE } from '#domain/drills/roll-call.ts'
import { Said } from '#i18n/index.ts'
import { Button } from '#ui/Button.tsx'
import { TextField } from '#ui/Field.tsx'
import { More } from '#ui/Panel.tsx'
import styles from './board.module.css'

const countOf = (typed: string, least: number, most: number, otherwise: number): number => {
  const number = Number.parseInt(typed.normalize('NFKC'), 10)
  return Number.isNaN(number) ? otherwise : Math.min(most, Math.max(least, number))
}

/** People without a phone: how many, and how many of them need help. */
export const ByHand = ({ onAdd }: { readonly onAdd: (people: number, needHelp: number) => void }) => {
  const [people, setPeople] = useState(1)
  const [needHelp, setNeedHelp] = useState(0)
  const help = Math.min(needHelp, people)
  return (
    <More summary={<Said k="drills:roll.byHand" />}>
      <div className={styles.part}>
        <TextField
          label={<Said k="drills:roll.come" />}
          type="number"
          most={2}
          value={String(people)}
          onCommit={(typed) => setPeople(countOf(typed, 1, MOST_PEOPLE, people))}
        />
        <TextField
          label={<Said k="drills:handIn.helpCount" />}
          type="number"
          most={2}
          value={String(help)}
          onCommit={(typed) => setNeedHelp(countOf(typed, 0, people, needHelp))}
        />
        <Button
          onClick={() => {
            onAdd(people, help)
            setPeople(1)
            setNeedHelp(0)
          }}
        >
          <Said k="drills:roll.addThem" />
        </Button>
      </div>
    </More>
  )
}
