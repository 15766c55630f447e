/** The part that the tests use; the package brings no types. */
declare module 'fontkit' {
  type Font = { characterSet: number[]; hasGlyphForCodePoint(codePoint: number): boolean }
  export function openSync(file: string): Font | { fonts: Font[] }
}
