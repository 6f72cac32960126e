/** A job that is under way; `done` and `total` in the same unit, `total` null = not known. */
export type ProgressBar = {
  update(done: number, total: number | null): void
  /** Clears the bar; a text takes its place as a line. */
  end(text: string | null): void
}

/** Tells a person how far a build has come. */
export interface Progress {
  line(text: string): void
  bar(label: string, unit: 'bytes' | 'pieces'): ProgressBar
}

type Output = { readonly isTTY?: boolean; write(text: string): unknown }

/** A new drawing at most every 100 ms: terminals over a network are slow. */
const REDRAW_MS = 100
/** Cells of the drawn bar. */
const WIDTH = 24

/** Says nothing; for tests and programs. */
export const silentProgress: Progress = {
  line: () => {},
  bar: () => ({ update: () => {}, end: () => {} }),
}

/**
 * Writes a bar with amount and remaining time on a terminal, and plain lines (one when a job ends) elsewhere.
 * @param now milliseconds; told for tests.
 */
export function createProgress(output: Output, now: () => number = Date.now): Progress {
  const line = (text: string): void => void output.write(`${text}\n`)
  return {
    line,
    bar(label, unit) {
      const start = now()
      let drawn = -Infinity
      return {
        update(done, total) {
          if (output.isTTY !== true || now() - drawn < REDRAW_MS) return
          drawn = now()
          output.write(`\r\u001b[2K${drawBar(label, unit, done, total, now() - start)}`)
        },
        end(text) {
          if (output.isTTY === true) output.write('\r\u001b[2K')
          if (text !== null) line(text)
        },
      }
    },
  }
}

/** One drawing of a bar, e.g. `N03 [####----] 1.2/2.5 MB, 3 s left`. @param elapsed milliseconds since the start. */
export function drawBar(
  label: string,
  unit: 'bytes' | 'pieces',
  done: number,
  total: number | null,
  elapsed: number,
): string {
  const amount = (value: number): string => (unit === 'bytes' ? `${(value / 1e6).toFixed(1)}` : String(value))
  const suffix = unit === 'bytes' ? ' MB' : ''
  if (total === null || total <= 0) return `${label} ${amount(done)}${suffix}`
  const part = Math.min(1, done / total)
  const bar = '#'.repeat(Math.round(part * WIDTH)).padEnd(WIDTH, '-')
  const left = done > 0 ? `, ${Math.ceil(((total - done) / done) * (elapsed / 1000))} s left` : ''
  return `${label} [${bar}] ${amount(done)}/${amount(total)}${suffix}${left}`
}
