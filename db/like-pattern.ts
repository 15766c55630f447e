/** A LIKE pattern that finds the text anywhere, its wildcards taken as letters (ESCAPE '\\'). */
export const likePattern = (text: string): string => `%${text.replace(/[\\%_]/g, '\\$&')}%`
