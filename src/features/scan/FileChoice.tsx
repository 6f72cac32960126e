import { Said } from '#i18n/index.ts'
import styles from './scan.module.css'

/** A file of the device, chosen by its own window. The button is the browser's own control under our words. */
export const FileChoice = ({
  words,
  hint,
  accept,
  onFile,
}: {
  readonly words: string
  readonly hint?: string
  readonly accept: string
  readonly onFile: (file: File) => void
}) => (
  <label className={styles.file}>
    <span>
      <Said k={words} />
      {hint === undefined ? null : (
        <small>
          <Said k={hint} />
        </small>
      )}
    </span>
    <input
      type="file"
      accept={accept}
      onChange={(event) => {
        const [file] = event.target.files ?? []
        // The same file chosen again shall be read again.
        event.target.value = ''
        if (file !== undefined) onFile(file)
      }}
    />
  </label>
)
