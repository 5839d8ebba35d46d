import { Text } from '@mantine/core'
import { FactList, Panel } from '@nguon/design'
import { writeAge, writeNear, writeNumber } from '../time/local-time.ts'
import { useNow } from '../time/use-now.ts'
import { useWords } from '../words/define-words.ts'
import { deviceWords } from '../words/device-words.ts'
import { useLanguage } from '../words/language.ts'
import type { DeviceDetails } from './device-page.tsx'

/** What the device last told of itself; a sensor it has not is left out. */
export function DeviceHealth({ device: { telemetry, lastSeenAt } }: { device: DeviceDetails }) {
  const words = useWords(deviceWords)
  const language = useLanguage()
  const now = useNow()
  if (!telemetry) return <Panel title={words.health}>{words.noHealth}</Panel>
  const number = (value: number) => writeNumber(value, language)
  const { lineupVersion, lineupIssuedAt, mediaReady, mediaMissing, mainsPower, batteryPercent } = telemetry
  const power = [
    mainsPower === null ? null : mainsPower ? words.mains : words.noMains,
    batteryPercent === null ? null : words.battery(number(batteryPercent)),
  ]
  return (
    <Panel
      title={words.health}
      aside={
        lastSeenAt && (
          <Text size="sm" c="var(--ink-soft)" className="tabular">
            {words.healthAt(writeAge(lastSeenAt, now, language))}
          </Text>
        )
      }
    >
      <FactList
        facts={[
          [words.now, telemetry.playing ? words.isPlaying : words.isQuiet],
          [
            words.lineup,
            lineupVersion === null || lineupIssuedAt === null
              ? words.noLineup
              : words.lineupOf(String(lineupVersion), writeNear(lineupIssuedAt, now, language)),
          ],
          [
            words.media,
            mediaMissing === 0
              ? words.mediaReady(number(mediaReady))
              : words.mediaPart(number(mediaReady), number(mediaMissing)),
          ],
          [
            words.clock,
            telemetry.timeTrusted
              ? words.clockTrusted(number(Math.abs(Math.round(telemetry.clockErrorMilliseconds ?? 0))))
              : words.clockUntrusted,
          ],
          [words.volume, `${telemetry.volume} %`],
          [words.power, power.filter(Boolean).join(', ')],
          [words.signal, telemetry.signalDbm === null ? null : `${number(telemetry.signalDbm)} dBm`],
          [
            words.temperature,
            telemetry.temperatureCelsius === null ? null : `${number(telemetry.temperatureCelsius)} °C`,
          ],
          [words.disk, `${number(telemetry.diskFreeBytes / 1e9)} GB`],
          [words.firmware, telemetry.firmware],
        ]}
      />
    </Panel>
  )
}
