import type { Path } from './mvt.ts'

const endKey = (line: Path, atEnd: boolean): string => {
  const i = atEnd ? line.length - 2 : 0
  return `${line[i]} ${line[i + 1]}`
}

const backwards = (line: Path): Path => {
  const out: number[] = []
  for (let i = line.length - 2; i >= 0; i -= 2) out.push(line[i] as number, line[i + 1] as number)
  return out
}

type Ends = Map<string, Set<number>>

/**
 * Joins lines that meet end to end where exactly two ends meet, so that one long line stands for many short ones.
 * The order of the answer follows the first line of each chain.
 * @param keepDirection true when the direction means something (one-way roads, the flow of a river).
 */
export function joinLines(lines: readonly Path[], keepDirection: boolean): Path[] {
  const ends: Ends = new Map()
  lines.forEach((line, i) => {
    for (const atEnd of [false, true]) {
      const key = endKey(line, atEnd)
      const there = ends.get(key)
      if (there === undefined) ends.set(key, new Set([atEnd ? i : ~i]))
      else there.add(atEnd ? i : ~i)
    }
  })
  const used = new Set<number>()
  const grow = (start: Path): Path => {
    let line = start
    for (;;) {
      const here = ends.get(endKey(line, true))
      if (here === undefined || here.size !== 2) return line
      const next = [...here].find((end) => !used.has(end < 0 ? ~end : end))
      if (next === undefined) return line
      const index = next < 0 ? ~next : next
      if (next >= 0 && keepDirection) return line
      used.add(index)
      const piece = lines[index] as Path
      line = [...line, ...(next < 0 ? piece : backwards(piece)).slice(2)]
    }
  }
  const out: Path[] = []
  lines.forEach((line, i) => {
    if (used.has(i)) return
    used.add(i)
    const forward = grow(line)
    out.push(keepDirection ? forward : backwards(grow(backwards(forward))))
  })
  return out
}
