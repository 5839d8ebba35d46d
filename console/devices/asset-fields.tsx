import { Button, FileButton, NumberInput, SimpleGrid, Stack } from '@mantine/core'
import { DateInput } from '@mantine/dates'
import type { DeviceAsset } from '@nguon/domain/devices'
import type { Day } from '@nguon/domain/platform'
import { IconCamera } from '@tabler/icons-react'
import { UploadProgress } from '../media/upload-progress.tsx'
import { useUpload } from '../media/use-upload.ts'
import { assetWords } from '../words/asset-words.ts'
import { useWords } from '../words/define-words.ts'
import classes from './asset.module.css'

/** What the unit knows of the device as a thing it owns; with a picture of where it stands. */
export function AssetFields({
  asset,
  onChange,
}: {
  asset: DeviceAsset
  onChange: (change: Partial<DeviceAsset>) => void
}) {
  const words = useWords(assetWords)
  const upload = useUpload(item => onChange({ photoSha256: item.sha256 }))
  const whole = (value: string | number) => (typeof value === 'number' ? Math.round(value) : null)
  const day = (label: string, name: 'purchasedOn' | 'warrantyUntil') => (
    <DateInput
      label={label}
      valueFormat="DD/MM/YYYY"
      clearable
      value={asset[name]}
      onChange={value => onChange({ [name]: value as Day | null })}
    />
  )
  return (
    <Stack mt="md">
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        {day(words.purchasedOn, 'purchasedOn')}
        {day(words.warrantyUntil, 'warrantyUntil')}
        <NumberInput
          label={words.price}
          min={0}
          max={100_000_000_000}
          allowDecimal={false}
          thousandSeparator="."
          decimalSeparator=","
          value={asset.price ?? ''}
          onChange={value => onChange({ price: whole(value) })}
        />
        <NumberInput
          label={words.usefulYears}
          description={words.usefulYearsHint}
          min={1}
          max={50}
          allowDecimal={false}
          value={asset.usefulYears ?? ''}
          onChange={value => onChange({ usefulYears: whole(value) })}
        />
      </SimpleGrid>
      {asset.photoSha256 && (
        <div>
          <img className={classes['photo']} src={`/media/${asset.photoSha256}`} alt={words.photo} />
          <Button variant="subtle" px={0} onClick={() => onChange({ photoSha256: null })}>
            {words.removePhoto}
          </Button>
        </div>
      )}
      <UploadProgress state={upload.state} onRetry={wish => void upload.start(wish)} onForget={upload.forget} />
      {upload.state.step === 'idle' && (
        <div>
          <FileButton
            accept="image/jpeg,image/png,image/webp"
            onChange={file => file && void upload.start({ file, kind: 'image', source: 'upload', title: file.name })}
          >
            {props => (
              <Button variant="default" leftSection={<IconCamera aria-hidden size={22} />} {...props}>
                {words.addPhoto}
              </Button>
            )}
          </FileButton>
        </div>
      )}
    </Stack>
  )
}
