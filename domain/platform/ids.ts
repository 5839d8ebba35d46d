/** An id is 26 lower-case letters and digits (a ULID), so that it can be a label of an `ltree` and part of a topic. */
export type Id<Kind extends string> = string & { readonly __id: Kind }

export type UnitId = Id<'unit'>
export type AccountId = Id<'account'>
export type BulletinId = Id<'bulletin'>
export type SlotId = Id<'slot'>
export type DeviceId = Id<'device'>
export type AudienceId = Id<'audience'>
export type GroupId = Id<'group'>
export type RenditionId = Id<'rendition'>
export type GrantId = Id<'grant'>
export type QuietPlaceId = Id<'quiet-place'>

/** Lower-case hexadecimal SHA-256 of some bytes; the address of a media file. */
export type Sha256 = string & { readonly __sha256: true }

/** SHA-256 over the canonical JSON (RFC 8785) of what an approver decides on. */
export type ContentHash = string & { readonly __contentHash: true }
