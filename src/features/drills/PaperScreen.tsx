import type { ReactNode } from 'react'
import { Said, useWords } from '#i18n/index.ts'
import { Button } from '#ui/Button.tsx'
import { Actions, Quiet } from '#ui/Panel.tsx'
import { Certificate } from './end/Certificate.tsx'
import { BoardSheet } from './board/BoardSheet.tsx'
import { RollSheet } from './board/RollSheet.tsx'
import { PosterPaper } from './paper/PosterPaper.tsx'
import styles from './paper/paper.module.css'
import type { DrillTools } from './tools.ts'

const Sheet = ({ tools }: { readonly tools: DrillTools }): ReactNode => {
  switch (tools.paper) {
    case 'poster':
      return <PosterPaper tools={tools} />
    case 'certificate':
      return <Certificate tools={tools} />
    case 'board':
      return <BoardSheet tools={tools} />
    case 'rollCall':
      return <RollSheet tools={tools} />
  }
}

/** What a drill prints, as a page of its own: only the sheet comes onto paper. */
export const PaperScreen = ({ tools }: { readonly tools: DrillTools }) => {
  const t = useWords('paper')
  return (
    <div className={styles.page}>
      <div className={styles.bar} role="region" aria-label={t.label('bar.title')}>
        <Actions>
          <Button icon="back" onClick={() => tools.back()}>
            <Said k="paper:bar.back" />
          </Button>
          <Button look="main" onClick={() => tools.sharer.print()}>
            <Said k="paper:bar.print" />
          </Button>
        </Actions>
        <Quiet>
          <Said k="paper:bar.pdf" />
        </Quiet>
      </div>
      <div className={styles.sheet}>
        <Sheet tools={tools} />
      </div>
    </div>
  )
}
