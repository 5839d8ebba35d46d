import {
  Avatar,
  Menu,
  SegmentedControl,
  Text,
  UnstyledButton,
  useMantineColorScheme,
  VisuallyHidden,
} from '@mantine/core'
import { IconDevices, IconLogout, IconUser } from '@tabler/icons-react'
import { Link } from 'react-router'
import { signOut } from '../identity/sign-out.ts'
import { useWords } from '../words/define-words.ts'
import { chooseLanguage, useLanguage } from '../words/language.ts'
import { shellWords } from '../words/shell-words.ts'
import { toastProblem } from './toast.tsx'
import { useWorkplace } from './workplace.tsx'

/** The person who works here, and how they like the screens to be. */
export function AccountMenu() {
  const words = useWords(shellWords)
  const { me } = useWorkplace()
  const { name, position } = me.account
  return (
    <Menu position="bottom-end" width={320} closeOnItemClick={false}>
      <Menu.Target>
        <UnstyledButton display="flex" mih={48} style={{ alignItems: 'center', gap: 12 }}>
          <VisuallyHidden>{`${words.account}: ${name}`}</VisuallyHidden>
          <Text visibleFrom="md" fw={500} aria-hidden>
            {name}
          </Text>
          <Avatar
            aria-hidden
            radius="xl"
            size={44}
            styles={{
              placeholder: {
                color: 'var(--accent-ink)',
                background: 'var(--accent-wash)',
                border: '1px solid var(--line)',
              },
            }}
          >
            {initials(name)}
          </Avatar>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown p="sm">
        <Menu.Label>
          <Text fw={600} c="var(--ink)">
            {name}
          </Text>
          {position}
        </Menu.Label>
        <Choices />
        <Menu.Divider />
        <Menu.Item
          mih={48}
          component={Link}
          to="/tai-khoan-cua-toi"
          closeMenuOnClick
          leftSection={<IconUser size={20} />}
        >
          {words.account}
        </Menu.Item>
        <Menu.Item
          mih={48}
          component={Link}
          to="/tai-khoan-cua-toi/thiet-bi"
          closeMenuOnClick
          leftSection={<IconDevices size={20} />}
        >
          {words.devicesOfMine}
        </Menu.Item>
        <Menu.Item mih={48} leftSection={<IconLogout size={20} />} onClick={() => void signOut().catch(toastProblem)}>
          {words.signOut}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}

/** Language and appearance, also on the pages before the sign-in. */
export function Choices() {
  const words = useWords(shellWords)
  const language = useLanguage()
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  return (
    <>
      <Text size="sm" c="var(--ink-soft)" mt="xs" mb={4}>
        {words.language}
      </Text>
      <SegmentedControl
        fullWidth
        aria-label={words.language}
        value={language}
        onChange={value => chooseLanguage(value === 'en' ? 'en' : 'vi')}
        data={[
          { value: 'vi', label: words.vietnamese },
          { value: 'en', label: words.english },
        ]}
      />
      <Text size="sm" c="var(--ink-soft)" mt="xs" mb={4}>
        {words.appearance}
      </Text>
      <SegmentedControl
        fullWidth
        aria-label={words.appearance}
        value={colorScheme}
        onChange={value => setColorScheme(value === 'light' || value === 'dark' ? value : 'auto')}
        data={[
          { value: 'light', label: words.light },
          { value: 'dark', label: words.dark },
          { value: 'auto', label: words.automatic },
        ]}
      />
    </>
  )
}

/** Vietnamese names put the given name last: "Nguyễn Thị Hoa" is "H". */
function initials(name: string): string {
  return name.trim().split(/\s+/).at(-1)?.charAt(0).toUpperCase() ?? ''
}
