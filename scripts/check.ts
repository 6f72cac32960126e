import { spawn } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

/**
 * The fast part of the tests: `npm run check`. One line per step; of a step that fails, its output. What
 * passed is also written to test-results/check.json, where `npm test` counts it.
 */
const TOP = resolve(import.meta.dirname, '..')

type Step = { readonly name: string; readonly program: string; readonly args: readonly string[] }
type Outcome = {
  readonly step: Step
  readonly passed: boolean
  readonly seconds: number
  readonly output: string
}

const STEPS: readonly Step[] = [
  { name: 'format', program: 'prettier', args: ['--check', '--log-level', 'warn', '.'] },
  { name: 'lint', program: 'oxlint', args: ['--deny-warnings'] },
  { name: 'styles', program: 'stylelint', args: ['src/**/*.css'] },
  { name: 'types: domain', program: 'tsc', args: ['-p', 'tsconfig.domain.json'] },
  { name: 'types: app', program: 'tsc', args: ['-p', 'tsconfig.json'] },
  { name: 'types: workers', program: 'tsc', args: ['-p', 'tsconfig.worker.json'] },
  { name: 'types: node', program: 'tsc', args: ['-p', 'tsconfig.node.json'] },
  { name: 'unused code', program: 'knip', args: ['--no-progress'] },
  {
    name: 'unit and contract tests',
    program: 'vitest',
    args: ['run', '--reporter=dot', '--reporter=json', '--outputFile.json=test-results/vitest.json'],
  },
]

function runStep(step: Step): Promise<Outcome> {
  const started = performance.now()
  return new Promise((done) => {
    const child = spawn(join(TOP, 'node_modules', '.bin', step.program), step.args, {
      cwd: TOP,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined },
    })
    let output = ''
    const take = (chunk: Buffer) => {
      output += chunk.toString()
    }
    child.stdout.on('data', take)
    child.stderr.on('data', take)
    const end = (passed: boolean) =>
      done({ step, passed, seconds: (performance.now() - started) / 1000, output })
    child.on('error', (error) => {
      output += error.message
      end(false)
    })
    child.on('close', (code) => end(code === 0))
  })
}

function tell({ step, passed, seconds, output }: Outcome): void {
  console.log(`${passed ? 'ok  ' : 'FAIL'} ${step.name.padEnd(26)} ${seconds.toFixed(1).padStart(6)} s`)
  if (!passed) console.log(firstLines(output, 300).replace(/^/gm, '     '))
}

function firstLines(text: string, limit: number): string {
  const lines = text.trimEnd().split('\n')
  if (lines.length <= limit) return lines.join('\n')
  return [...lines.slice(0, limit), `… and ${lines.length - limit} lines more`].join('\n')
}

/** Two at a time: most machines have two cores, and a step that fails need not stop the others. */
async function runAll(steps: readonly Step[]): Promise<readonly Outcome[]> {
  const waiting = [...steps]
  const outcomes: Outcome[] = []
  const lane = async (): Promise<void> => {
    for (let step = waiting.shift(); step !== undefined; step = waiting.shift()) {
      const outcome = await runStep(step)
      tell(outcome)
      outcomes.push(outcome)
    }
  }
  await Promise.all([lane(), lane()])
  return outcomes
}

mkdirSync(join(TOP, 'test-results'), { recursive: true })
const outcomes = await runAll(STEPS)
const failed = outcomes.filter((outcome) => !outcome.passed)
writeFileSync(
  join(TOP, 'test-results', 'check.json'),
  JSON.stringify(outcomes.map(({ step, passed, seconds }) => ({ name: step.name, passed, seconds }))),
)
console.log(
  failed.length === 0
    ? `check: all ${outcomes.length} steps passed`
    : `check: ${failed.length} of ${outcomes.length} steps failed: ${failed.map(({ step }) => step.name).join(', ')}`,
)
process.exitCode = failed.length === 0 ? 0 : 1
