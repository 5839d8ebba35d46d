/** Emergencies and drills: how people make and confirm them, and the signed document loudspeakers obey. */
export * from './duty-contract.ts'
export * from './emergencies-contract.ts'
export * from './emergency-document.ts'
export * from './emergency-fields.ts'
export * from './emergency-messages.ts'
export * from './refusals.ts'
export * from './series-contract.ts'
