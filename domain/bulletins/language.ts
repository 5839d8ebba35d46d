/**
 * Languages a bulletin may be written in, by BCP 47 tag, with their Vietnamese names. Vietnamese first; the order of
 * the versions of a bulletin is the order in which they are played, and is the writer's.
 */
export const bulletinLanguages = {
  vi: 'tiếng Việt',
  rad: 'tiếng Ê Đê',
  jra: 'tiếng Gia Rai',
  bdq: 'tiếng Ba Na',
  cmo: 'tiếng Mnông',
  sed: 'tiếng Xơ Đăng',
  kpm: 'tiếng Cơ Ho',
  stt: 'tiếng Xtiêng',
  cjm: 'tiếng Chăm',
  km: 'tiếng Khmer',
  hmn: 'tiếng Mông',
  ium: 'tiếng Dao',
  tyz: 'tiếng Tày',
  nut: 'tiếng Nùng',
  blt: 'tiếng Thái',
  mtq: 'tiếng Mường',
  bru: 'tiếng Bru - Vân Kiều',
  ktv: 'tiếng Cơ Tu',
  hre: 'tiếng Hrê',
  rog: 'tiếng Raglai',
  yue: 'tiếng Hoa (Quảng Đông)',
  en: 'tiếng Anh',
} as const

export type BulletinLanguage = keyof typeof bulletinLanguages

export const bulletinLanguageTags = Object.keys(bulletinLanguages) as [BulletinLanguage, ...BulletinLanguage[]]
