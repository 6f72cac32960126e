import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import {
  OFFICIAL_LAYER_IDS,
  OFFICIAL_LAYERS,
  type OfficialLayerId,
} from '#domain/official-tiles/official-layer.ts'
import type { Tile } from '#domain/official-tiles/tile-pixels.ts'
import { aPng } from './a-png.ts'

/**
 * What the server says to the question for a picture. A colour (`0xRRGGBB`) fills the whole picture; `none` is the 404 of a
 * layer that draws nothing there; the others are what a network makes of it.
 */
export type Drawn =
  | number
  | 'none'
  | 'clear'
  | 'html'
  | 'htmlAsPng'
  | 'wrongSize'
  | 'spoiled'
  | 'error'
  | 'redirect'
  | 'hang'
  | 'cutOff'
  | 'trickle'

export type Drawing = Drawn | ((tile: Tile) => Drawn)
export type Drawings = Partial<Record<OfficialLayerId, Drawing>>

export type OfficialTileServer = {
  /** `http://localhost:<port>`, as the app is built with it. */
  readonly url: string
  readonly port: number
  /** Every path that was asked for, oldest first. */
  readonly asked: string[]
  draw(drawings: Drawings, otherwise?: Drawing): void
  close(): Promise<void>
}

/** A server in the scheme of the official one, on this machine: `/raster/<path>/{z}/{x}/{y}.png`, readable from any page. */
export async function startOfficialTileServer(port = 0): Promise<OfficialTileServer> {
  let drawings: Drawings = {}
  let rest: Drawing = 'none'
  const asked: string[] = []
  const server = createServer((request, response) => {
    const path = request.url ?? '/'
    asked.push(path)
    response.setHeader('Access-Control-Allow-Origin', '*')
    response.setHeader('Cache-Control', 'no-store')
    const wanted = readPath(path)
    if (wanted === null) return void response.writeHead(400).end()
    const drawing = drawings[wanted.layer] ?? rest
    answer(response, typeof drawing === 'function' ? drawing(wanted.tile) : drawing)
  })
  await new Promise<void>((done, fail) => {
    server.once('error', fail)
    server.listen(port, '127.0.0.1', done)
  })
  const taken = (server.address() as AddressInfo).port
  return {
    url: `http://localhost:${taken}`,
    port: taken,
    asked,
    draw(next, otherwise = 'none') {
      drawings = next
      rest = otherwise
    },
    close: () =>
      new Promise((done) => {
        server.close(() => done())
        server.closeAllConnections()
      }),
  }
}

function readPath(path: string): { readonly layer: OfficialLayerId; readonly tile: Tile } | null {
  const [, folder, z, x, y] = /^\/raster\/([a-z0-9_]+)\/(\d+)\/(\d+)\/(\d+)\.png$/.exec(path) ?? []
  const layer = OFFICIAL_LAYER_IDS.find((id) => OFFICIAL_LAYERS[id].path === folder)
  return layer === undefined ? null : { layer, tile: { z: Number(z), x: Number(x), y: Number(y) } }
}

/** A picture of one colour with a palette of two; index 1 is transparent. */
export function onePicture(colour: number, index: 0 | 1 = 0, side = 256): Buffer {
  return aPng({
    width: side,
    height: side,
    colour: 3,
    depth: 1,
    samples: Array.from({ length: side * side }, () => index),
    palette: [
      [colour >> 16, (colour >> 8) & 255, colour & 255],
      [0, 0, 0],
    ],
    transparency: [255, 0],
    filters: [0, 2],
  })
}

const PAGE = '<!doctype html><title>Sign in</title><p>Please sign in to this network.</p>'

function answer(response: ServerResponse, drawn: Drawn): void {
  const png = (bytes: Buffer) => response.writeHead(200, { 'Content-Type': 'image/png' }).end(bytes)
  if (typeof drawn === 'number') return void png(onePicture(drawn))
  switch (drawn) {
    case 'none':
      return void response.writeHead(404, { 'Content-Type': 'text/html' }).end(PAGE)
    case 'clear':
      return void png(onePicture(0, 1))
    case 'html':
      return void response.writeHead(200, { 'Content-Type': 'text/html' }).end(PAGE)
    case 'htmlAsPng':
      return void png(Buffer.from(PAGE))
    case 'wrongSize':
      return void png(onePicture(0xffb7b7, 0, 128))
    case 'spoiled': {
      const bytes = onePicture(0xffb7b7)
      bytes[45] = bytes.readUInt8(45) ^ 1
      return void png(bytes)
    }
    case 'error':
      return void response.writeHead(503).end()
    case 'redirect':
      return void response.writeHead(302, { Location: '/raster/elsewhere.png' }).end()
    case 'hang':
      return undefined
    case 'cutOff':
      response.writeHead(200, { 'Content-Type': 'image/png', 'Content-Length': 5000 })
      return void response.write(onePicture(0xffb7b7).subarray(0, 60), () => response.destroy())
    case 'trickle':
      response.writeHead(200, { 'Content-Type': 'image/png' })
      return void response.write(onePicture(0xffb7b7).subarray(0, 60))
  }
}
