import validate from '@ooxml-tools/validate'

/**
 * What Microsoft's own schemas hold against a Word file: empty when nothing. The validator's program ends with
 * success whatever it finds, so its answer is read.
 */
export const schemaFaults = async (docx: Uint8Array): Promise<string[]> => {
  const faults = await validate(new Uint8Array(docx), 'docx', 'Office2010')
  return faults.map(({ description, path }) => `${path.partUri} ${path.xpath}: ${description}`)
}
