import type { SelfTest } from '../ports.ts'
import { openKept, readKept } from './kept-packs.ts'
import type { Workshop } from './workshop.ts'

/**
 * Reads every file of the pack in use back from the device and compares its hash. A damaged file is taken off the shelf, so
 * that completing the pack fetches it again.
 */
export async function selfTest(workshop: Workshop, code: string, signal: AbortSignal): Promise<SelfTest> {
  const shelf = await workshop.shelfOf(code)
  const pack = openKept((await shelf.pointer(code)).current, code)
  const files = pack?.manifest.files ?? []
  const damaged: string[] = []
  const missing: string[] = []
  let bytes = 0
  for (const file of files) {
    signal.throwIfAborted()
    const found = await readKept(shelf, file).catch(() => 'missing' as const)
    if (found === 'damaged') damaged.push(file.name)
    else if (found === 'missing') missing.push(file.name)
    else bytes += found.length
  }
  const filesChecked = files.length - damaged.length - missing.length
  return { code, filesChecked, filesExpected: files.length, bytes, damaged, missing }
}
