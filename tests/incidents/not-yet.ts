/**
 * Incidents of other systems whose test waits for a part that is not built, and which part that is. This list only ever
 * shrinks: an id leaves it with the test that is titled by it.
 */
export const notYet: Readonly<Record<string, string>> = {
  I05: 'boards: only signed content, the safe screen in one tap',
  I09: 'commands: an id stored before they run, and a time to live',
  I17: 'relay: silence is noticed, a fallback plays, an alarm is raised',
  I24: 'cases: closing needs evidence or a legal ground',
  I25: 'cases: the original due date never changes, both figures are shown',
  I26: 'cases: every place and topic has one owner, transfer instead of refusal',
  I28: 'federation: a message that cannot be delivered is parked and visible',
  I29: 'reorganisation: counts are summed through the successor map',
}
