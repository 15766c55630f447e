/** Brackets, digits and 字第 come from the numbering itself. */
export const shortNameError = (text: string): string | undefined => {
  const plain = text.trim()
  if (plain === '') return '请填写编号简称，例如“织人调”'
  if (/[\d（）()第号]|字第|年/u.test(plain.normalize('NFKC')))
    return '只写几个字，不带年份、数字、括号和“字第”，例如“织人调”'
  return undefined
}
