/** Slots as officers write them: checked before they are saved, changed while they have not begun. */
export { slotTaskKinds } from './arrange-tasks.ts'
export { openSlots } from './open-slots.ts'
export { slotsLosing } from './slots-losing.ts'
