import { readMember, openZip, type ZipMember } from '#scripts/lib/read-zip.ts'
import { readShapefile, type ShapeRecord } from '#scripts/lib/read-shapefile.ts'
import { Refusal } from '#scripts/lib/refusal.ts'

/**
 * Systems of longitude and latitude that are one within centimetres, as a .prj spells them. JGD2000 is metres away in
 * eastern Japan, the old Tokyo datum 400 m; plane coordinates (平面直角座標系) begin with PROJCS.
 */
const LONGITUDE_LATITUDE = /^GEOG(CS|CRS|RAPHIC)\s*\[\s*"[^"]*(JGD[_ ]?2011|WGS[_ ]?(19)?84)/i

/**
 * Reads the one shapefile of a zip (.shp and .dbf, .prj, perhaps .cpg).
 * @param encoding of the texts where there is no .cpg.
 * @throws Refusal for a part that is missing, several shapefiles, or coordinates that are no longitude and latitude.
 */
export async function readZippedShapefile(
  path: string,
  label: string,
  encoding: 'utf-8' | 'cp932' | undefined,
  maxUnpackedBytes: number,
): Promise<ShapeRecord[]> {
  const zip = await openZip(path, label, maxUnpackedBytes)
  try {
    const shapes = zip.members.filter(({ name }) => /\.shp$/i.test(name) && !name.startsWith('__MACOSX/'))
    const [shp] = shapes
    if (shp === undefined || shapes.length > 1) {
      throw new Refusal(`${label}: ${shapes.length} files .shp are in it, expected one`)
    }
    const part = (ending: string): ZipMember | undefined =>
      zip.members.find(
        ({ name }) => name.toLowerCase() === `${shp.name.slice(0, -4)}.${ending}`.toLowerCase(),
      )
    const [dbf, prj, cpg] = [part('dbf'), part('prj'), part('cpg')]
    if (dbf === undefined) throw new Refusal(`${label}: there is no .dbf beside ${shp.name}`)
    if (prj === undefined) {
      throw new Refusal(`${label}: there is no .prj beside ${shp.name}, which says what its coordinates are`)
    }
    checkProjection(await textOfMember(prj, label), label)
    const said = cpg === undefined ? (encoding ?? null) : await textOfMember(cpg, label)
    return await readShapefile(await readMember(shp, label), await readMember(dbf, label), said, label)
  } finally {
    zip.close()
  }
}

const textOfMember = async (member: ZipMember, label: string): Promise<string> =>
  new TextDecoder('latin1').decode(await readMember(member, label)).trim()

function checkProjection(prj: string, label: string): void {
  if (LONGITUDE_LATITUDE.test(prj)) return
  const name = /"([^"]+)"/.exec(prj)?.[1] ?? 'nothing'
  throw new Refusal(
    `${label}: its coordinates are “${name}”, expected longitude and latitude (JGD2011 or WGS84); save it again in EPSG:6668`,
  )
}
