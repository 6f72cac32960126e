/** The name under which the style sheet finds the marked sentence. */
const NAME = 'reading'

/** What is on the page and not to be marked: readings above characters, and words for the ear. */
const NOT_SEEN = 'rt, rp, [role="status"], [aria-hidden="true"], script, style'

/** Where each character that is not a space stands. */
type Place = { readonly node: Text; readonly at: number }

function readPage(root: Element): { readonly text: string; readonly places: readonly Place[] } {
  const places: Place[] = []
  let text = ''
  const walk = (node: Node) => {
    if (node instanceof Text) {
      for (const { index, 0: sign } of node.data.matchAll(/\S/gu)) {
        text += sign
        for (let half = 0; half < sign.length; half += 1) places.push({ node, at: index + half })
      }
    } else if (node instanceof Element && !node.matches(NOT_SEEN))
      for (const child of node.childNodes) walk(child)
  }
  walk(root)
  return { text, places }
}

/** The words of a sentence on the page, as a range; null where they do not stand there. */
export function findSentence(root: Element, sentence: string): Range | null {
  const wanted = sentence.replace(/\s+/gu, '')
  if (wanted === '') return null
  const { text, places } = readPage(root)
  const found = text.indexOf(wanted)
  const [first, last] = [places[found], places[found + wanted.length - 1]]
  if (found < 0 || first === undefined || last === undefined) return null
  const range = root.ownerDocument.createRange()
  range.setStart(first.node, first.at)
  range.setEnd(last.node, last.at + 1)
  return range
}

/** Marks a sentence on the page; null takes the mark away. Nothing happens in a browser that cannot mark words. */
export function markSentence(root: Element | null, sentence: string | null): void {
  const marks = globalThis.CSS?.highlights
  if (marks === undefined) return
  const range = root === null || sentence === null ? null : findSentence(root, sentence)
  if (range === null) marks.delete(NAME)
  else marks.set(NAME, new Highlight(range))
}
