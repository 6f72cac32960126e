import { useState } from 'react'
import { Said } from '#i18n/index.ts'
import type { Handed } from '#platform/ports.ts'
import { Button } from '#ui/Button.tsx'
import { Actions } from '#ui/Panel.tsx'
import type { DrillTools } from '../tools.ts'

/** A file that can be made of what was counted. */
export type FileOut = {
  readonly words: string
  readonly name: string
  readonly type: string
  readonly text: () => string
}

/** Saves files, hands them to another app, and prints. */
export const Files = ({
  tools,
  files,
  onPrint,
}: {
  readonly tools: Pick<DrillTools, 'sharer'>
  readonly files: readonly FileOut[]
  readonly onPrint: () => void
}) => {
  const { sharer } = tools
  const [failed, setFailed] = useState(false)
  const tell = (handed: Handed) => setFailed(handed === 'failed')
  return (
    <>
      <Actions>
        <Button onClick={onPrint}>
          <Said k="drills:board.print" />
        </Button>
        {files.map(({ words, name, type, text }) => (
          <Button key={name} onClick={() => tell(sharer.download(name, new Blob([text()], { type })))}>
            <Said k={words} />
          </Button>
        ))}
      </Actions>
      {sharer.canShare('file') ? (
        <Actions>
          {files.map(({ words, name, type, text }) => (
            <Button
              key={name}
              look="quiet"
              onClick={() => void sharer.shareFile(name, type, new Blob([text()], { type })).then(tell)}
            >
              <Said k="drills:board.send" /> (<Said k={words} />)
            </Button>
          ))}
        </Actions>
      ) : null}
      <div role="alert">
        {failed ? (
          <p>
            <Said k="drills:handIn.failed" />
          </p>
        ) : null}
      </div>
    </>
  )
}
