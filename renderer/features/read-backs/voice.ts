import { useCallback, useEffect, useState } from 'react'

const chineseVoice = (): SpeechSynthesisVoice | undefined => {
  const voices = window.speechSynthesis.getVoices().filter(({ localService }) => localService)
  return (
    voices.find(({ lang }) => /^zh[-_]CN/i.test(lang)) ??
    voices.find(({ lang }) => /^zh/i.test(lang))
  )
}

/** A little slower than talk: people who do not see well or hear well listen. */
const rate = 0.85

/** The system's own Chinese voice, where there is one; only a local one, since nothing leaves this machine. */
export function useVoice() {
  const [voice, setVoice] = useState(chineseVoice)
  const [speaking, setSpeaking] = useState(false)
  useEffect(() => {
    // Voices are found some time after the page has started.
    const look = () => setVoice(chineseVoice())
    window.speechSynthesis.addEventListener('voiceschanged', look)
    return () => {
      window.speechSynthesis.removeEventListener('voiceschanged', look)
      window.speechSynthesis.cancel()
    }
  }, [])
  const stop = useCallback(() => {
    window.speechSynthesis.cancel()
    setSpeaking(false)
  }, [])
  const say = useCallback(
    (text: string) => {
      if (!voice) return
      window.speechSynthesis.cancel()
      const words = new SpeechSynthesisUtterance(text)
      words.voice = voice
      words.lang = voice.lang
      words.rate = rate
      words.addEventListener('end', () => setSpeaking(false))
      words.addEventListener('error', () => setSpeaking(false))
      setSpeaking(true)
      window.speechSynthesis.speak(words)
    },
    [voice],
  )
  return { hasVoice: voice !== undefined, speaking, say, stop }
}
