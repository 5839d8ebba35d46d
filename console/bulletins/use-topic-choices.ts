import { topicGroups, topics } from '@nguon/domain/bulletins'
import { useLanguage } from '../words/language.ts'

/** Lĩnh vực, under their groups, for a select. */
export function useTopicChoices() {
  const language = useLanguage()
  return Object.entries(topicGroups).map(([group, name]) => ({
    group: name[language],
    items: topics.filter(topic => topic.group === group).map(topic => ({ value: topic.id, label: topic[language] })),
  }))
}
