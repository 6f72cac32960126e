import { useState } from 'react'
import { readScenarioFile } from '#domain/drills/parse-scenario.ts'
import type { Scenario } from '#domain/drills/scenario.ts'
import { FileChoice } from '#features/scan/index.ts'
import { Said } from '#i18n/index.ts'
import styles from './home.module.css'

/** A drill that somebody made on the page of the staff, from its file. It is read on the device, whole or not at all. */
export const FromFile = ({ onScenario }: { readonly onScenario: (scenario: Scenario) => void }) => {
  const [trouble, setTrouble] = useState<string | null>(null)
  const read = async (file: File) => {
    setTrouble(null)
    const bytes = await file.arrayBuffer().catch(() => null)
    const parsed = bytes === null ? null : readScenarioFile(new Uint8Array(bytes))
    if (parsed?.ok === true) return onScenario(parsed.value)
    setTrouble(parsed?.reason === 'newerVersion' ? 'drills:join.refused.newerVersion' : 'drills:home.badFile')
  }
  return (
    <div>
      <FileChoice
        words="drills:home.file"
        accept=".json,application/json"
        onFile={(file) => void read(file)}
      />
      <div role="alert" className={styles.fault}>
        {trouble === null ? null : (
          <p>
            <Said k={trouble} />
          </p>
        )}
      </div>
    </div>
  )
}
