import { errorsOf, instantField, lineOfText, operation } from '@nguon/contract/platform'
import { z } from 'zod'
import {
  accountField,
  accountIdField,
  grantField,
  grantIdField,
  linkTokenField,
  passwordField,
  roleField,
  sessionIdField,
  unitIdField,
  userNameField,
} from './identity-fields.ts'
import { accountRefusals, sessionRefusals } from './refusals.ts'

const tags = ['Đăng nhập']
const anyone = () => operation({ kind: 'public' }).errors(errorsOf(sessionRefusals))
const self = () => operation({ kind: 'self' }).errors(errorsOf(sessionRefusals))
const nothing = z.object({})

const signedIn = z.object({ state: z.enum(['signedIn', 'secondFactorNeeded']) })
const codeField = z
  .string()
  .transform(text => text.replaceAll(/[\s-]/g, '').toLowerCase())
  .pipe(z.string().regex(/^(\d{6}|[a-z0-9]{10})$/))
  .meta({
    description:
      'Mã 6 chữ số của ứng dụng xác thực, hoặc một mã khôi phục. / The 6 digits of the authenticator, or a recovery code.',
    examples: ['492039'],
  })

const sessionField = z.object({
  id: sessionIdField,
  current: z.boolean(),
  startedAt: instantField,
  lastSeenAt: instantField,
  expiresAt: instantField,
  address: z.string().nullable(),
  /** As the browser names itself. */
  userAgent: z.string().nullable(),
})

const meField = z.object({
  account: accountField,
  grants: z.array(
    z.object({
      role: roleField,
      unitId: unitIdField,
      unitPath: z.array(unitIdField),
      deputyFor: accountIdField.nullable(),
      deputyForName: z.string().nullable(),
      validTo: instantField.nullable(),
    }),
  ),
  secondFactorAt: instantField.nullable(),
  /** True when a role of this account asks for a second factor and none was given in this session. */
  secondFactorNeeded: z.boolean(),
})

/** What one does about oneself: sign in and out, devices, password, second factor, deputy. */
export const sessionContract = {
  signIn: anyone()
    .route({ method: 'POST', path: '/auth/sign-in', tags, summary: 'Đăng nhập bằng tên và mật khẩu' })
    .input(z.object({ userName: lineOfText(100, { shortest: 1 }), password: z.string().min(1).max(1000) }))
    .output(signedIn),
  finishSignIn: anyone()
    .route({ method: 'POST', path: '/auth/second-factor', tags, summary: 'Đăng nhập, bước hai: mã xác thực' })
    .input(z.object({ code: codeField }))
    .output(signedIn),
  signOut: self()
    .route({ method: 'POST', path: '/auth/sign-out', tags, summary: 'Đăng xuất' })
    .input(nothing)
    .output(nothing),
  readSelf: self()
    .route({ method: 'GET', path: '/auth/me', tags, summary: 'Tài khoản đang đăng nhập' })
    .input(nothing)
    .output(meField),
  listSessions: self()
    .route({ method: 'GET', path: '/auth/sessions', tags, summary: 'Các thiết bị đang đăng nhập' })
    .input(nothing)
    .output(z.object({ items: z.array(sessionField) })),
  endSession: self()
    .route({ method: 'DELETE', path: '/auth/sessions/{id}', tags, summary: 'Đăng xuất một thiết bị' })
    .input(z.object({ id: sessionIdField }))
    .output(nothing),
  endOtherSessions: self()
    .route({ method: 'POST', path: '/auth/sessions/end-others', tags, summary: 'Đăng xuất mọi thiết bị khác' })
    .input(nothing)
    .output(z.object({ ended: z.int() })),
  changePassword: self()
    .route({ method: 'POST', path: '/auth/password', tags, summary: 'Đổi mật khẩu của mình' })
    .input(z.object({ current: passwordField, next: passwordField }))
    .output(nothing),
  beginSecondFactor: self()
    .route({ method: 'POST', path: '/auth/second-factor/begin', tags, summary: 'Bật xác thực hai bước' })
    .input(z.object({ password: passwordField }))
    .output(
      z.object({
        /** For the authenticator, as text or as a QR code (`otpauth:`). */
        uri: z.string(),
        secret: z.string(),
        /** Each opens one sign-in when the phone is lost; shown this one time. */
        recoveryCodes: z.array(z.string()),
      }),
    ),
  giveSecondFactor: self()
    .route({ method: 'POST', path: '/auth/second-factor/give', tags, summary: 'Xác nhận bằng mã xác thực' })
    .input(z.object({ code: codeField }))
    .output(nothing),
  renewRecoveryCodes: self()
    .route({ method: 'POST', path: '/auth/second-factor/recovery-codes', tags, summary: 'Lấy mã dự phòng mới' })
    .input(z.object({ password: passwordField }))
    .output(z.object({ recoveryCodes: z.array(z.string()) })),
  nameDeputy: self()
    .errors(errorsOf(accountRefusals))
    .route({ method: 'POST', path: '/auth/deputies', tags, summary: 'Ủy quyền cho người khác theo thời gian' })
    .input(
      z.object({
        accountId: accountIdField,
        role: roleField,
        unitId: unitIdField,
        validFrom: instantField,
        validTo: instantField,
      }),
    )
    .output(grantField),
  listDeputies: self()
    .route({ method: 'GET', path: '/auth/deputies', tags, summary: 'Những người tôi ủy quyền' })
    .input(nothing)
    .output(z.object({ items: z.array(grantField.extend({ name: z.string() })) })),
  findDeputies: self()
    .route({ method: 'GET', path: '/auth/deputies/candidates', tags, summary: 'Những người tôi có thể ủy quyền' })
    .input(z.object({ role: roleField, unitId: unitIdField, search: lineOfText(100).default('') }))
    .output(z.object({ items: z.array(accountField.pick({ id: true, name: true, position: true, unitId: true })) })),
  dismissDeputy: self()
    .route({ method: 'DELETE', path: '/auth/deputies/{id}', tags, summary: 'Thôi ủy quyền' })
    .input(z.object({ id: grantIdField }))
    .output(nothing),
  readInvitation: anyone()
    .route({ method: 'POST', path: '/auth/invitation/read', tags, summary: 'Xem lời mời trước khi đặt mật khẩu' })
    .input(z.object({ token: linkTokenField }))
    .output(z.object({ userName: z.string(), name: z.string() })),
  acceptInvitation: anyone()
    .route({ method: 'POST', path: '/auth/invitation', tags, summary: 'Đặt mật khẩu từ đường dẫn được cấp' })
    .input(z.object({ token: linkTokenField, password: passwordField }))
    .output(signedIn),
  setUp: anyone()
    .route({ method: 'POST', path: '/auth/set-up', tags, summary: 'Thiết lập lần đầu: tạo người quản trị' })
    .input(
      z.object({
        token: linkTokenField,
        userName: userNameField,
        name: lineOfText(100, { shortest: 2 }),
        position: lineOfText(150).default(''),
        password: passwordField,
        /** The root of the territory, asked for only while there are no units: "66", "Tỉnh Đắk Lắk". */
        rootUnit: z.object({ code: z.string().regex(/^\d{2}$/), name: lineOfText(100, { shortest: 2 }) }).optional(),
      }),
    )
    .output(signedIn),
}
