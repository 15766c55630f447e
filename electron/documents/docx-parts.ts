import type { StyleName, TextStyle } from './flow.ts'
import { styles } from './flow.ts'
import { escapeHtml } from './html-text.ts'
import { isBold, type PaperFonts } from './paper-fonts.ts'

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const main = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'

const fontXml = (family: string): string => {
  const name = escapeHtml(family)
  return `<w:rFonts w:ascii="${name}" w:hAnsi="${name}" w:eastAsia="${name}" w:cs="${name}"/>`
}

/** Style ids of Word must be plain letters. */
export const styleId = (name: StyleName): string => `Paper${name}`

const outline: Partial<Record<StyleName, number>> = { title: 0, wallTitle: 0, heading: 1 }

// In each style, since LibreOffice does not take them from the document's defaults. It also reads
// overflowPunct the wrong way round: with Word's own default it hangs no mark, as print hangs none.
const asianRules =
  '<w:widowControl w:val="1"/><w:kinsoku w:val="1"/><w:wordWrap w:val="1"/><w:overflowPunct w:val="1"/>' +
  '<w:autoSpaceDE w:val="1"/><w:autoSpaceDN w:val="1"/><w:snapToGrid w:val="0"/>'

const styleXml = (id: StyleName, style: TextStyle, fonts: PaperFonts): string => {
  const level = outline[id]
  const justify = style.align === 'justify' ? 'both' : style.align
  const bold = isBold(style, fonts) ? '<w:b/><w:bCs/>' : ''
  const grey = style.grey ? '<w:color w:val="666666"/>' : ''
  return (
    `<w:style w:type="paragraph" w:customStyle="1" w:styleId="${styleId(id)}"><w:name w:val="${style.name}"/>` +
    `<w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>${asianRules}` +
    `<w:spacing w:before="0" w:after="0" w:line="${style.line * 20}" w:lineRule="exact"/>` +
    (style.firstIndent > 0 ? `<w:ind w:firstLine="${style.firstIndent * 20}"/>` : '') +
    `<w:jc w:val="${justify}"/>` +
    (level === undefined ? '' : `<w:outlineLvl w:val="${level}"/>`) +
    `</w:pPr><w:rPr>${fontXml(fonts[style.face])}${bold}${grey}` +
    `<w:sz w:val="${style.size * 2}"/><w:szCs w:val="${style.size * 2}"/></w:rPr></w:style>`
  )
}

/**
 * The styles of the paper under Chinese names, for who edits it in Word.
 */
export const stylesXml = (fonts: PaperFonts): string =>
  `${declaration}<w:styles ${main}><w:docDefaults><w:rPrDefault><w:rPr>${fontXml(fonts.body)}` +
  '<w:kern w:val="0"/><w:sz w:val="28"/><w:szCs w:val="28"/><w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>' +
  '</w:docDefaults>' +
  '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>' +
  '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/>' +
  '<w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="0" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>' +
  Object.entries(styles)
    .map(([id, style]) => styleXml(id as StyleName, style, fonts))
    .join('') +
  '</w:styles>'

export const settingsXml = (): string =>
  `${declaration}<w:settings ${main}><w:zoom w:percent="100"/><w:removePersonalInformation/><w:removeDateAndTime/><w:defaultTabStop w:val="560"/>` +
  '<w:characterSpacingControl w:val="doNotCompress"/><w:compat><w:spaceForUL/><w:balanceSingleByteDoubleByteWidth/><w:doNotLeaveBackslashAlone/><w:ulTrailSpace/><w:adjustLineHeightInTable/>' +
  '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>' +
  '<w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/></w:settings>'

/** Title only: no author, no machine, no time. */
export const corePropertiesXml = (title: string): string =>
  `${declaration}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">` +
  `<dc:title>${escapeHtml(title)}</dc:title><dc:creator></dc:creator></cp:coreProperties>`

const endOfDirectory = 0x06054b50
/** 1980-01-01, the first day that a zip file can name. */
const firstDosDate = 0x21

/**
 * Sets every time in a zip to its first day, in place: equal papers are equal files.
 * @throws RangeError when the bytes are no zip.
 */
export const withoutTimes = (zip: Buffer): Buffer => {
  let end = zip.length - 22
  while (end >= 0 && zip.readUInt32LE(end) !== endOfDirectory) end -= 1
  if (end < 0) throw new RangeError('not a zip')
  let entry = zip.readUInt32LE(end + 16)
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    zip.writeUInt32LE(firstDosDate << 16, entry + 12)
    zip.writeUInt32LE(firstDosDate << 16, zip.readUInt32LE(entry + 42) + 10)
    entry +=
      46 +
      zip.readUInt16LE(entry + 28) +
      zip.readUInt16LE(entry + 30) +
      zip.readUInt16LE(entry + 32)
  }
  return zip
}
