/** How names of the sample province that are not spelled as Vietnamese are said on its loudspeakers. */
export const spokenNames: Readonly<Record<string, string>> = {
  Alê: 'a lê',
  Ana: 'a na',
  Đơk: 'đớc',
  Huk: 'húc',
  Kó: 'có',
  Lah: 'la',
  Tring: 'tơ ring',
  Wiao: 'vi ao',
}
