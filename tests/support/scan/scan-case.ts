import { objectMark } from '#db/domain/dossier/page-code.ts'
import { shrunk, type GreyImage } from '#documents/scan/grey-image.ts'
import { openRaster } from '#documents/scan/raster.ts'
import { readScan } from '#documents/scan/read-scan.ts'
import type { StaffedCentre } from '../centre.ts'
import { printed } from '../volume-case.ts'
import { approvedAgreement, heldCase } from '../wage-case.ts'
import { codeOf, paperPage } from './paper-page.ts'

/** A case with minutes of two pages and an agreement of three, both printed. */
export type PrintedCase = { caseId: string; caseNumber: string; minutes: string; agreement: string }

export async function printedCase(centre: StaffedCentre): Promise<PrintedCase> {
  const caseId = await heldCase(centre)
  const { id: agreement } = await approvedAgreement(centre, caseId)
  const { caseNumber, sessions } = await centre.as.mediator.cases.get({ id: caseId })
  const minutes = sessions[0]?.id ?? ''
  await printed(centre, caseId, { form: 'f09', objectId: minutes }, 2)
  await printed(centre, caseId, { form: 'f10', objectId: agreement }, 3)
  return { caseId, caseNumber, minutes, agreement }
}

export type WantedPage = { form: 'f09' | 'f10'; page: number; version?: number; of: PrintedCase }

/** As it leaves the printer, at 300 dots an inch. */
export const pageOf = ({ form, page, version = 1, of }: WantedPage): Promise<GreyImage> =>
  paperPage({
    lines: 6,
    seed: page,
    code: codeOf({
      caseNumber: of.caseNumber,
      form,
      object: objectMark(form === 'f09' ? of.minutes : of.agreement),
      version,
      page,
      pages: form === 'f09' ? 2 : 3,
    }),
  })

/** At 150 dots an inch. */
export const scanOf = async (wanted: WantedPage) => shrunk(await pageOf(wanted), 2)
export const bare = async () => shrunk(await paperPage({ lines: 12, seed: 77 }), 2)
export const blank = async () => shrunk(await paperPage({ lines: 0 }), 2)

export const sent = (name: string, bytes: Uint8Array) => ({
  name,
  base64: Buffer.from(bytes).toString('base64'),
})

/** What our reader sees on a file. */
export async function codesIn(bytes: Uint8Array, mediaType: 'application/pdf' | 'image/png') {
  const raster = await openRaster(bytes, mediaType)
  const found: string[] = []
  for await (const { parts } of readScan(raster))
    found.push(
      ...parts.map(({ code, turn }) => (code ? `${code.caseNumber} ${code.page} ${turn}` : '-')),
    )
  raster.close()
  return found
}
