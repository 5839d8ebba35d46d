import { type CSSVariablesResolver, createTheme, rem } from '@mantine/core'
import { alert, caution, drill, good, night, paper, spring } from './palette.ts'

const fontFamily = "'Be Vietnam Pro', 'Segoe UI', system-ui, sans-serif"

/** No control is smaller: a thumb of sixty years hits it without aiming. */
const target = rem(48)

const controls = { defaultProps: { size: 'md', radius: 'md' } }

/** Bodies of 17 px, headings of one family, corners of 10 px, controls of 48 px. */
export const theme = createTheme({
  colors: { spring, gray: paper, dark: night, alert, drill, good, caution, red: alert, green: good, yellow: caution },
  primaryColor: 'spring',
  primaryShade: { light: 6, dark: 5 },
  white: '#ffffff',
  black: '#1e1d1a',
  autoContrast: true,
  fontFamily,
  fontFamilyMonospace: fontFamily,
  headings: {
    fontFamily,
    fontWeight: '600',
    sizes: {
      h1: { fontSize: rem(28), lineHeight: '1.25' },
      h2: { fontSize: rem(21), lineHeight: '1.35' },
      h3: { fontSize: rem(18), lineHeight: '1.4' },
    },
  },
  fontSizes: { xs: rem(14), sm: rem(15), md: rem(17), lg: rem(19), xl: rem(22) },
  lineHeights: { xs: '1.45', sm: '1.5', md: '1.6', lg: '1.6', xl: '1.5' },
  radius: { xs: rem(4), sm: rem(6), md: rem(10), lg: rem(16), xl: rem(24) },
  spacing: { xs: rem(8), sm: rem(12), md: rem(16), lg: rem(24), xl: rem(40) },
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Button: {
      ...controls,
      vars: () => ({ root: { '--button-height': 'auto', '--button-padding-x': rem(20), '--button-fz': rem(17) } }),
      // Vietnamese labels are long: they take a second line rather than lose their end.
      styles: {
        root: { minHeight: target, paddingBlock: rem(8) },
        // A button that is a link does not centre what is lower than itself.
        inner: { minHeight: `calc(${target} - ${rem(18)})` },
        label: { whiteSpace: 'normal', overflow: 'visible', lineHeight: 1.3 },
      },
    },
    ActionIcon: {
      defaultProps: { variant: 'subtle', color: 'gray', radius: 'md' },
      vars: () => ({ root: { '--ai-size': target } }),
    },
    Input: {
      defaultProps: { size: 'md' },
      vars: (_theme: unknown, props: { multiline?: boolean }) => ({
        wrapper: { ...(props.multiline ? {} : { '--input-height': target }), '--input-fz': rem(17) },
      }),
    },
    InputWrapper: {
      defaultProps: { size: 'md' },
      styles: { label: { marginBottom: 5 }, description: { marginBottom: 7, color: 'var(--ink-soft)' } },
    },
    TextInput: controls,
    PasswordInput: controls,
    NumberInput: controls,
    Textarea: { defaultProps: { size: 'md', autosize: true } },
    Select: { defaultProps: { size: 'md', checkIconPosition: 'right', maxDropdownHeight: 360 } },
    // The field beside what is chosen is small: it does not take a line of its own before somebody types.
    MultiSelect: { ...controls, styles: { inputField: { minWidth: rem(40) } } },
    DateInput: controls,
    DatePickerInput: controls,
    TimeInput: controls,
    Checkbox: { defaultProps: { size: 'md' } },
    Radio: { defaultProps: { size: 'md' } },
    Switch: { defaultProps: { size: 'md' } },
    SegmentedControl: {
      defaultProps: { size: 'md' },
      vars: () => ({ root: { '--sc-padding': `${rem(9)} ${rem(16)}` } }),
    },
    Modal: {
      defaultProps: { centered: true, radius: 'lg', padding: 'lg', overlayProps: { backgroundOpacity: 0.5 } },
      styles: {
        title: { fontSize: rem(21), fontWeight: 600, lineHeight: 1.35 },
        close: { width: target, height: target },
      },
    },
    Menu: { styles: { item: { fontSize: rem(17) } } },
    Tooltip: { defaultProps: { openDelay: 400, multiline: true, maw: 320 } },
    Anchor: { defaultProps: { underline: 'always' } },
  },
})

/** Colours by what they are for, so that a screen never names a shade. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-body': paper[0],
    '--mantine-color-dimmed': paper[6],
    '--mantine-color-error': alert[6],
    '--mantine-color-placeholder': paper[6],
    '--surface': '#ffffff',
    '--surface-sunken': paper[1],
    '--line': paper[2],
    '--line-strong': paper[5],
    '--ink': paper[9],
    '--ink-soft': paper[7],
    '--accent': spring[6],
    '--accent-ink': spring[7],
    '--accent-wash': spring[0],
    '--good-ink': good[7],
    '--good-wash': good[0],
    '--caution-ink': caution[7],
    '--caution-wash': caution[0],
    '--alert-ink': alert[7],
    '--alert-wash': alert[0],
    '--drill-ink': drill[6],
    '--drill-wash': drill[0],
    '--shadow-soft': '0 1px 2px rgb(52 50 45 / 6%), 0 8px 24px -16px rgb(52 50 45 / 18%)',
  },
  dark: {
    '--mantine-color-body': night[7],
    '--mantine-color-text': night[0],
    '--mantine-color-dimmed': night[2],
    '--mantine-color-error': alert[2],
    '--mantine-color-placeholder': night[2],
    '--mantine-color-default': '#1d2628',
    '--mantine-color-anchor': spring[2],
    '--mantine-color-spring-light': '#1f4a52',
    '--mantine-color-spring-light-hover': '#26555e',
    '--mantine-color-spring-light-color': spring[1],
    '--surface': '#1d2628',
    '--surface-sunken': night[8],
    '--line': night[6],
    '--line-strong': night[3],
    '--ink': night[0],
    '--ink-soft': night[1],
    '--accent': spring[4],
    '--accent-ink': spring[2],
    '--accent-wash': '#16343a',
    '--good-ink': good[2],
    '--good-wash': '#14301f',
    '--caution-ink': caution[2],
    '--caution-wash': '#352a10',
    '--alert-ink': alert[2],
    '--alert-wash': '#3b1814',
    '--drill-ink': drill[2],
    '--drill-wash': '#271c45',
    '--shadow-soft': '0 1px 2px rgb(0 0 0 / 40%)',
  },
})
