import { readFileSync } from 'node:fs'
import type { Plugin } from 'vite'

/** The statement that orders the cascade layers: the first one of the file. */
export function layerOrder(tokens: string): string {
  const found = /@layer [\w-]+(?:, ?[\w-]+)+;/.exec(tokens)
  if (found === null) throw new Error('no statement "@layer a, b, …;" that orders the layers')
  return found[0]
}

/**
 * Begins every style sheet of the build with the order of the layers. The bundler splits styles as it splits scripts, and
 * the browser orders layers by who names them first: a chunk that is linked before the tokens would turn the order round,
 * and the reset would win over the features.
 * @param tokens the style sheet that states the order
 */
export const layerOrderPlugin = (tokens: string): Plugin => ({
  name: 'layer-order',
  apply: 'build',
  enforce: 'post',
  generateBundle: {
    order: 'post',
    handler(_, bundle) {
      const order = layerOrder(readFileSync(tokens, 'utf8'))
      for (const output of Object.values(bundle))
        if (output.type === 'asset' && output.fileName.endsWith('.css'))
          output.source = `${order}${typeof output.source === 'string' ? output.source : new TextDecoder().decode(output.source)}`
    },
  },
})
