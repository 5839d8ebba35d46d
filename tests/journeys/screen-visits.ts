/** Where each screen is, who is shown it, and what tells that it is all there. */
export interface ScreenVisit {
  readonly name: string
  /** User name of a sample account; null: nobody is signed in. */
  readonly who: string | null
  readonly path: string
}

const author = 'bientap.krongnang'
const approver = 'duyet.krongnang'
const operator = 'vanhanh.krongnang'
const administrator = 'quantri.daklak'

/** `{bulletin}` and the like stand for ids of the sample. */
export const screenVisits: readonly ScreenVisit[] = [
  { name: 'dang-nhap', who: null, path: '/dang-nhap' },
  { name: 'hom-nay', who: author, path: '/' },
  { name: 'tin', who: author, path: '/tin' },
  { name: 'tin-moi', who: author, path: '/tin/moi' },
  { name: 'mau-thong-bao', who: author, path: '/tin/moi/mau/power-cut' },
  { name: 'soan-tin', who: author, path: '/tin/{draft}' },
  { name: 'xem-tin', who: author, path: '/tin/{published}' },
  { name: 'cho-duyet', who: approver, path: '/duyet' },
  { name: 'duyet-tin', who: approver, path: '/duyet/{submitted}' },
  { name: 'duyet-giay', who: approver, path: '/duyet/{submitted}/giay' },
  { name: 'lich-phat', who: operator, path: '/lich-phat' },
  { name: 'cum-loa', who: operator, path: '/cum-loa' },
  { name: 'quy-che', who: approver, path: '/quy-che' },
  { name: 'lich-nam', who: administrator, path: '/lich-nam' },
  { name: 'ngay-am', who: administrator, path: '/lich-nam/lunarDays/2026' },
  { name: 'dia-ban', who: administrator, path: '/dia-ban' },
  { name: 'tai-khoan', who: administrator, path: '/tai-khoan' },
  { name: 'nhat-ky', who: administrator, path: '/nhat-ky' },
  { name: 'tai-khoan-cua-toi', who: author, path: '/tai-khoan-cua-toi' },
  { name: 'thiet-bi-dang-nhap', who: author, path: '/tai-khoan-cua-toi/thiet-bi' },
]
