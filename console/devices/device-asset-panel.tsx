import { FactList, Panel, StatusTag } from '@nguon/design'
import { bookValue, type DeviceAsset, noAsset, warrantyState } from '@nguon/domain/devices'
import { localDay, writeDay, writeNumber } from '../time/local-time.ts'
import { useNow } from '../time/use-now.ts'
import { assetWords } from '../words/asset-words.ts'
import { useWords } from '../words/define-words.ts'
import { useLanguage } from '../words/language.ts'
import classes from './asset.module.css'

/** The device as a thing the unit owns; nothing where nothing of that is known. */
export function DeviceAssetPanel({ asset }: { asset: DeviceAsset }) {
  const words = useWords(assetWords)
  const language = useLanguage()
  const today = localDay(useNow())
  const known = (Object.keys(noAsset) as (keyof DeviceAsset)[]).some(name => asset[name] !== null)
  if (!known) return null
  const { purchasedOn, price, usefulYears, warrantyUntil, photoSha256 } = asset
  const money = (value: number | null) => (value === null ? null : words.money(writeNumber(value, language)))
  const warranty = warrantyState(asset, today)
  return (
    <Panel title={words.title} aside={warranty === 'ending' && <StatusTag tone="caution">{words.ending}</StatusTag>}>
      {photoSha256 && <img className={classes['photo']} src={`/media/${photoSha256}`} alt={words.photo} />}
      <FactList
        facts={[
          [words.purchasedOn, purchasedOn && writeDay(purchasedOn)],
          [words.price, money(price)],
          [words.usefulYears, usefulYears === null ? null : words.years(String(usefulYears))],
          [words.bookValue, money(bookValue(asset, today))],
          [
            words.warrantyUntil,
            warrantyUntil && `${writeDay(warrantyUntil)}${warranty === 'over' ? ` (${words.over})` : ''}`,
          ],
        ]}
      />
    </Panel>
  )
}
