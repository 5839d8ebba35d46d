/**
 * The text as people type it in a hurry: lower case, no accents, đ as d, no apostrophes, single spaces.
 * Two texts with the same folding are the same to a search without accents; NFC and NFD give the same folding.
 */
export function foldVietnamese(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('đ', 'd')
    .replaceAll(/['’‘ʼ`]/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim()
}
