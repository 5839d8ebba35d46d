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
const technician = 'kythuat.krongnang'
const villageHead = 'truongthon3.krongnang'
const feedbackOfficer = 'phananh.krongnang'
const administrator = 'quantri.daklak'

/** `{bulletin}` and the like stand for ids of the sample. */
export const screenVisits: readonly ScreenVisit[] = [
  { name: 'dang-nhap', who: null, path: '/dang-nhap' },
  { name: 'thiet-lap-lan-dau', who: null, path: '/thiet-lap?ma=thu' },
  { name: 'khong-co-trang', who: author, path: '/khong-co-trang' },
  { name: 'hom-nay', who: author, path: '/' },
  { name: 'hom-nay-truong-thon', who: villageHead, path: '/' },
  { name: 'hom-nay-phan-anh', who: feedbackOfficer, path: '/' },
  { name: 'tin', who: author, path: '/tin' },
  { name: 'tin-moi', who: author, path: '/tin/moi' },
  { name: 'mau-thong-bao', who: author, path: '/tin/moi/mau/power-cut' },
  { name: 'soan-tin', who: author, path: '/tin/{draft}' },
  { name: 'xem-tin', who: author, path: '/tin/{published}' },
  { name: 'thu-vien', who: author, path: '/thu-vien' },
  { name: 'cho-duyet', who: approver, path: '/duyet' },
  { name: 'quyet-dinh-duyet', who: approver, path: '/duyet/quyet-dinh' },
  { name: 'duyet-tin', who: approver, path: '/duyet/{submitted}' },
  { name: 'duyet-giay', who: approver, path: '/duyet/{submitted}/giay' },
  { name: 'lich-phat', who: operator, path: '/lich-phat' },
  { name: 'xep-lich', who: operator, path: '/lich-phat/moi?tin={published}' },
  { name: 'mot-lich', who: operator, path: '/lich-phat/{slot}' },
  { name: 'xep-lich-nhanh', who: operator, path: '/lich-phat/nhanh/{published}' },
  { name: 'sua-lich', who: operator, path: '/lich-phat/{slot}/sua' },
  { name: 'cum-loa', who: operator, path: '/cum-loa' },
  { name: 'ban-do-cum-loa', who: operator, path: '/cum-loa?xem=ban-do' },
  { name: 'ty-le-co-tin-hieu', who: technician, path: '/cum-loa/co-tin-hieu' },
  { name: 'nhom-cum-loa', who: operator, path: '/cum-loa/nhom' },
  { name: 'tao-nhom-cum-loa', who: operator, path: '/cum-loa/nhom/moi' },
  { name: 'dang-ky-cum-loa', who: technician, path: '/cum-loa/moi' },
  { name: 'mot-cum-loa', who: technician, path: '/cum-loa/{device}' },
  { name: 'ma-dan-cot', who: technician, path: '/cum-loa/{device}/ma-dan' },
  { name: 'su-co', who: technician, path: '/su-co' },
  { name: 'quy-che', who: approver, path: '/quy-che' },
  { name: 'quy-che-lich-su', who: approver, path: '/quy-che/lich-su' },
  { name: 'lich-nam', who: administrator, path: '/lich-nam' },
  { name: 'ngay-am', who: administrator, path: '/lich-nam/lunarDays/2026' },
  { name: 'ngay-nghi-moi', who: administrator, path: '/lich-nam/offDays/2027' },
  { name: 'tu-dien', who: administrator, path: '/tu-dien' },
  { name: 'dia-ban', who: administrator, path: '/dia-ban' },
  { name: 'viec', who: approver, path: '/viec' },
  { name: 'thoi-gian-cho', who: approver, path: '/viec/thoi-gian-cho' },
  { name: 'nhap-dia-ban', who: administrator, path: '/dia-ban/nhap' },
  { name: 'mot-don-vi', who: administrator, path: '/dia-ban/{commune}' },
  { name: 'tai-khoan', who: administrator, path: '/tai-khoan' },
  { name: 'tao-tai-khoan', who: administrator, path: '/tai-khoan/moi' },
  { name: 'quy-dinh-dang-nhap', who: administrator, path: '/tai-khoan/quy-dinh-dang-nhap' },
  { name: 'mot-tai-khoan', who: administrator, path: '/tai-khoan/{account}' },
  { name: 'nhom-don-vi', who: administrator, path: '/tai-khoan/nhom-don-vi' },
  { name: 'nhat-ky', who: administrator, path: '/nhat-ky' },
  { name: 'tai-khoan-cua-toi', who: author, path: '/tai-khoan-cua-toi' },
  { name: 'thiet-bi-dang-nhap', who: author, path: '/tai-khoan-cua-toi/thiet-bi' },
]
