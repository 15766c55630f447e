import { call } from '../../lib/ask.ts'
import { failureOf, type Failure } from '../../lib/failure.ts'
import { createSliceQueue } from './slice-queue.ts'

/** A slice in the store every five seconds: that much a crash can cost. */
const sliceMs = 5000
const bitsPerSecond = 24_000
const wantedTypes = ['audio/webm;codecs=opus', 'audio/ogg;codecs=opus', 'audio/webm']

export type RecorderState =
  | { kind: 'off'; failure?: Failure | undefined }
  | {
      kind: 'on'
      /** ms of this page's clock. */
      startedAt: number
      waiting: number
      failure?: Failure | undefined
    }

export const soundType = (): string | undefined =>
  wantedTypes.find((type) => MediaRecorder.isTypeSupported(type))

const base64Of = async (bytes: Blob): Promise<string> => {
  const url = await new Promise<string>((resolve, reject) => {
    const reader = new FileReader()
    reader.addEventListener('load', () => resolve(String(reader.result)))
    reader.addEventListener('error', () => reject(reader.error ?? new Error('unreadable')))
    reader.readAsDataURL(bytes)
  })
  return url.slice(url.indexOf(',') + 1)
}

/** @throws what the machine or the store says: no microphone, no permission, no consent */
export const startRecorder = async (
  sessionId: string,
  consentsOf: readonly string[],
  onChange: (state: RecorderState) => void,
): Promise<{ stop(): Promise<void> }> => {
  const mediaType = soundType()
  if (mediaType === undefined) throw new Error('no sound format')
  const stream = await navigator.mediaDevices.getUserMedia({ audio: true })
  const release = () => {
    for (const track of stream.getTracks()) track.stop()
  }
  try {
    const { id: recordingId } = await call('recordings.start', {
      sessionId,
      mediaType,
      consentsOf: [...consentsOf],
    })
    const startedAt = performance.now()
    const state = { kind: 'on' as const, startedAt, waiting: 0 }
    const queue = createSliceQueue({
      async send({ position, startedMs, bytes }) {
        const base64 = await base64Of(bytes)
        await call('recordings.addSlice', { recordingId, position, startedMs, base64 })
      },
      isLasting: (error) => /^(recordings|sessions|cases)\./.test(failureOf(error).code),
      onChange: ({ waiting, failure }) =>
        onChange({
          ...state,
          waiting,
          ...(failure === undefined ? {} : { failure: failureOf(failure) }),
        }),
    })
    const media = new MediaRecorder(stream, {
      mimeType: mediaType,
      audioBitsPerSecond: bitsPerSecond,
    })
    let position = 0
    let sliceFrom = 0
    media.addEventListener('dataavailable', ({ data }) => {
      const startedMs = Math.round(sliceFrom)
      sliceFrom = performance.now() - startedAt
      if (data.size === 0) return
      queue.put({ position, startedMs, bytes: data })
      position += 1
    })
    const ended = new Promise<void>((resolve) => {
      media.addEventListener('stop', () => resolve(), { once: true })
    })
    media.start(sliceMs)
    onChange(state)
    return {
      async stop() {
        if (media.state !== 'inactive') media.stop()
        await ended
        release()
        await queue.drained()
        await call('recordings.stop', { recordingId })
        onChange({ kind: 'off' })
      },
    }
  } catch (error) {
    release()
    throw error
  }
}
