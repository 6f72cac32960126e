/** A node of the accessibility tree as the browser hands it to a screen reader. */
export type TreeNode = {
  readonly role: string
  readonly name: string
  /** Level of a heading, 1–6; null for everything else. */
  readonly level: number | null
  readonly children: readonly TreeNode[]
}

/** The part of the browser's own answer (`Accessibility.getFullAXTree`) that is read. */
export type RawNode = {
  readonly nodeId: string
  readonly ignored: boolean
  readonly role?: { readonly value?: unknown } | undefined
  readonly name?: { readonly value?: unknown } | undefined
  readonly properties?:
    readonly { readonly name: string; readonly value: { readonly value?: unknown } }[] | undefined
  readonly childIds?: readonly string[] | undefined
}

/** Puts the browser's flat list together. Nodes that it ignores give way to their children, as they do for the ear. */
export function treeOf(raw: readonly RawNode[]): TreeNode {
  const byId = new Map(raw.map((node) => [node.nodeId, node]))
  const build = (node: RawNode): readonly TreeNode[] => {
    const children = (node.childIds ?? []).flatMap((id) => {
      const child = byId.get(id)
      return child === undefined ? [] : build(child)
    })
    if (node.ignored) return children
    const level = node.properties?.find(({ name }) => name === 'level')?.value.value
    return [
      {
        role: textOf(node.role),
        name: textOf(node.name).trim(),
        level: typeof level === 'number' ? level : null,
        children,
      },
    ]
  }
  const [root] = raw.slice(0, 1).flatMap(build)
  if (root === undefined) throw new Error('the accessibility tree is empty')
  return root
}

const textOf = (value: { readonly value?: unknown } | undefined): string =>
  typeof value?.value === 'string' ? value.value : ''

/** Every node, in the order in which it is read. */
export const nodesOf = (root: TreeNode): readonly TreeNode[] => [root, ...root.children.flatMap(nodesOf)]

/** Roles that a person operates: each needs a name to be heard and to be called by voice. */
const CONTROLS: ReadonlySet<string> = new Set([
  'button',
  'link',
  'textbox',
  'searchbox',
  'combobox',
  'checkbox',
  'switch',
  'radio',
  'slider',
  'spinbutton',
  'DisclosureTriangle',
  'tab',
  'menuitem',
])

/** Roles that are read with their name, and mean nothing without it. */
const NAMED: ReadonlySet<string> = new Set([
  ...CONTROLS,
  'heading',
  'image',
  'img',
  'region',
  'navigation',
  'radiogroup',
  'group',
  'application',
  'dialog',
])

/** Grouping without a role of its own in HTML (`details`, `optgroup`) may well be nameless. */
const MAY_BE_NAMELESS: ReadonlySet<string> = new Set(['group'])

/**
 * What is wrong with a page for whoever hears it, one line each; empty = nothing that a machine can find:
 * controls, headings, pictures and regions without a name; landmarks that are missing or there twice; a page without exactly
 * one heading of level 1, or whose headings skip a level.
 */
export function faultsOf(root: TreeNode): readonly string[] {
  const nodes = nodesOf(root)
  const nameless = nodes
    .filter(({ role, name }) => NAMED.has(role) && !MAY_BE_NAMELESS.has(role) && name === '')
    .map(({ role, children }) => `a ${role} without a name, around: ${wordsOf(children)}`)
  return [...nameless, ...landmarkFaults(nodes), ...headingFaults(nodes)]
}

const wordsOf = (children: readonly TreeNode[]): string =>
  children
    .flatMap(nodesOf)
    .map(({ name }) => name)
    .join(' ')
    .slice(0, 60)

function landmarkFaults(nodes: readonly TreeNode[]): readonly string[] {
  return ['banner', 'main'].flatMap((landmark) => {
    const count = nodes.filter(({ role }) => role === landmark).length
    return count === 1 ? [] : [`${count} landmarks ${landmark}, instead of one`]
  })
}

function headingFaults(nodes: readonly TreeNode[]): readonly string[] {
  const headings = nodes.filter(({ role }) => role === 'heading')
  const first = headings.filter(({ level }) => level === 1).length
  const gaps = headings.flatMap(({ name, level }, index) => {
    const before = index === 0 ? 0 : (headings[index - 1]?.level ?? 0)
    return (level ?? 9) > before + 1 ? [`h${level} "${name}" follows h${before}`] : []
  })
  return [...(first === 1 ? [] : [`${first} headings of level 1`]), ...gaps]
}

/** The controls of a page by role and name, in the order of the page. */
export const controlsOf = (root: TreeNode): readonly { readonly role: string; readonly name: string }[] =>
  nodesOf(root)
    .filter(({ role }) => CONTROLS.has(role))
    .map(({ role, name }) => ({ role, name }))
