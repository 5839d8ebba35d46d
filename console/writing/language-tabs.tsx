import { Button, Group, Menu } from '@mantine/core'
import { type BulletinContent, bulletinLanguages, bulletinLanguageTags } from '@nguon/domain/bulletins'
import { IconLanguage, IconTrash } from '@tabler/icons-react'
import { useWords } from '../words/define-words.ts'
import { editorWords } from '../words/editor-words.ts'
import { blankText } from './blank-content.ts'

const mostLanguages = 10

/** The languages of a bulletin, in the order in which they are played. */
export function LanguageTabs({
  content,
  index,
  onPick,
  onChange,
}: {
  content: BulletinContent
  index: number
  onPick: (index: number) => void
  onChange: (content: BulletinContent) => void
}) {
  const words = useWords(editorWords)
  const { texts } = content
  const used = new Set(texts.map(text => text.language))
  const current = texts[index]
  const add = (tag: (typeof bulletinLanguageTags)[number]) => {
    onChange({ ...content, texts: [...texts, blankText(tag)] })
    onPick(texts.length)
  }
  const remove = () => {
    const [first, ...rest] = texts.filter((_, at) => at !== index)
    if (!first) return
    onPick(0)
    onChange({ ...content, texts: [first, ...rest] })
  }
  return (
    <Group gap="xs" mt={texts.length > 1 ? 0 : 'md'} role="group" aria-label={words.languages}>
      {texts.length > 1 &&
        texts.map((text, at) => (
          <Button
            key={text.language}
            variant={at === index ? 'light' : 'default'}
            aria-pressed={at === index}
            onClick={() => onPick(at)}
          >
            {bulletinLanguages[text.language]}
          </Button>
        ))}
      {texts.length < mostLanguages && (
        <Menu position="bottom-start" width={280}>
          <Menu.Target>
            <Button variant="subtle" leftSection={<IconLanguage aria-hidden size={22} />}>
              {words.addLanguage}
            </Button>
          </Menu.Target>
          <Menu.Dropdown mah={360} style={{ overflowY: 'auto' }}>
            {bulletinLanguageTags
              .filter(tag => !used.has(tag))
              .map(tag => (
                <Menu.Item key={tag} mih={44} onClick={() => add(tag)}>
                  {bulletinLanguages[tag]}
                </Menu.Item>
              ))}
          </Menu.Dropdown>
        </Menu>
      )}
      {texts.length > 1 && current && (
        <Button variant="subtle" color="alert" leftSection={<IconTrash aria-hidden size={20} />} onClick={remove}>
          {words.removeLanguage(bulletinLanguages[current.language])}
        </Button>
      )}
    </Group>
  )
}
