const plants = [
  'sen',
  'mai',
  'lan',
  'tre',
  'sim',
  'cam',
  'cau',
  'chanh',
  'dua',
  'khoai',
  'lua',
  'me',
  'mit',
  'ngo',
  'oi',
  'que',
  'sung',
  'tram',
  'xoan',
  'nhan',
] as const

/** "sen-mai-482": easy to say on the telephone, and without accents to mistype. `draw` gives numbers in `[0, 1)`. */
export function trackingWordOf(draw: () => number): string {
  const plant = () => plants[Math.floor(draw() * plants.length)]
  return `${plant()}-${plant()}-${100 + Math.floor(draw() * 900)}`
}

export function isTrackingWord(text: string): boolean {
  return /^[a-z]{2,5}-[a-z]{2,5}-\d{3}$/.test(text)
}
