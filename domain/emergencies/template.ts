import type { Emergency } from './emergency.ts'
import { drillSiren, type SirenPattern } from './siren.ts'
import type { Hazard } from './hazard.ts'

/** Words to begin from. What stands in square brackets is filled by a person; left as it is it stops the asking (E1.3). */
export interface EmergencyTemplate {
  readonly id: string
  readonly name: string
  readonly purpose: 'alert' | 'allClear'
  readonly hazard: Hazard
  readonly siren: SirenPattern
  readonly headline: string
  readonly body: string
  readonly rounds: number
  readonly validMinutes: number
}

const alert = (
  hazard: Hazard,
  name: string,
  words: { headline: string; body: string; siren?: SirenPattern; validMinutes?: number },
): EmergencyTemplate => ({
  id: `alert-${hazard}`,
  name,
  purpose: 'alert',
  hazard,
  siren: 'wail',
  rounds: 3,
  validMinutes: 120,
  ...words,
})

export const emergencyTemplates: readonly EmergencyTemplate[] = [
  alert('flood', 'Lũ lên nhanh, sơ tán', {
    headline: 'Nước lũ đang lên nhanh, bà con sơ tán ngay',
    body:
      'Mực nước tại [sông, suối] đang lên nhanh. Bà con ở [nơi trũng thấp, ven sông] rời nhà ngay, đến [điểm sơ tán]. ' +
      'Ngắt điện trước khi đi, giúp người già, trẻ em, người khuyết tật. Không đi qua ngầm, cầu, đoạn đường nước chảy xiết.',
    siren: 'fast',
  }),
  alert('flashFlood', 'Nguy cơ lũ quét, sạt lở đất', {
    headline: 'Nguy cơ lũ quét, sạt lở đất',
    body:
      'Mưa lớn kéo dài, có nguy cơ lũ quét và sạt lở đất tại [khu vực]. Bà con ở ven suối, chân đồi, sườn dốc rời nhà ngay, ' +
      'đến [điểm sơ tán]. Không quay lại lấy đồ đạc. Thấy nứt đất, cây nghiêng, nước suối đục đột ngột thì chạy lên chỗ cao ngay.',
    siren: 'fast',
  }),
  alert('storm', 'Bão sắp đổ bộ', {
    headline: 'Bão sắp ảnh hưởng đến địa bàn',
    body:
      'Bão dự kiến ảnh hưởng từ [giờ, ngày]. Bà con chằng chống nhà cửa, đưa tàu thuyền vào nơi tránh trú, không ra khơi, ' +
      'không ở lại trên lồng bè, chòi canh. Người ở nhà không kiên cố đến [điểm sơ tán] trước [giờ].',
    validMinutes: 360,
  }),
  alert('heavyRain', 'Mưa lớn', {
    headline: 'Mưa lớn, đề phòng ngập lụt, sạt lở',
    body:
      'Từ [giờ, ngày] có mưa lớn tại [khu vực]. Bà con kê cao đồ đạc, khơi thông cống rãnh, theo dõi mực nước, ' +
      'sẵn sàng sơ tán khi có thông báo.',
    siren: 'pulse',
    validMinutes: 360,
  }),
  alert('dam', 'Hồ chứa xả lũ', {
    headline: 'Hồ chứa sẽ xả lũ',
    body:
      'Hồ chứa [tên hồ] xả lũ từ [giờ, ngày]. Bà con ở hạ du [tên sông, suối] không xuống lòng sông, lòng suối, ' +
      'đưa người, gia súc và tài sản lên nơi cao trước [giờ].',
    siren: 'fast',
  }),
  alert('fire', 'Cháy lớn', {
    headline: 'Cháy lớn, bà con tránh xa khu vực cháy',
    body:
      'Đang có cháy lớn tại [địa điểm]. Bà con gần khu vực cháy rời đi ngay theo hướng [hướng], nhường đường cho xe chữa cháy. ' +
      'Gọi 114 khi cần cứu người.',
    siren: 'fast',
  }),
  alert('epidemic', 'Dịch bệnh', {
    headline: 'Thông báo khẩn về dịch bệnh',
    body:
      'Tại [khu vực] có người mắc [tên bệnh]. Bà con đã đến [địa điểm] trong thời gian [từ ngày đến ngày] ' +
      'liên hệ trạm y tế, số điện thoại [số điện thoại].',
    siren: 'pulse',
    validMinutes: 720,
  }),
  alert('other', 'Tình huống khác', {
    headline: '[Điều đang xảy ra]',
    body: '[Xảy ra ở đâu, từ lúc nào]. Bà con [việc cần làm ngay]. Nghe loa để biết tin tiếp theo.',
  }),
  {
    id: 'all-clear',
    name: 'Tin kết thúc (báo yên)',
    purpose: 'allClear',
    hazard: 'other',
    siren: 'steady',
    headline: 'Tình huống khẩn cấp đã kết thúc',
    body: 'Bà con có thể trở về nhà và sinh hoạt bình thường. Vẫn chú ý [điều cần chú ý].',
    rounds: 2,
    validMinutes: 120,
  },
]

/** The siren a message may have: a drill has its own, and no emergency has that one (E4.1). */
export function sirenFor(type: Emergency['type'], wanted: SirenPattern): SirenPattern | null {
  if (type === 'drill') return drillSiren
  return wanted === drillSiren ? null : wanted
}
