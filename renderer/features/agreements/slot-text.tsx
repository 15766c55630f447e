import { textParts } from './slot-values.ts'

/** A clause with its blanks standing out, also without colour: they keep their brackets and are underlined. */
export const SlotText = ({ text }: { text: string }) => (
  <p className="agreement-slot-text">
    {textParts(text).map((part, index) =>
      // The parts of one text never change places
      part.slot ? <mark key={index}>{part.text}</mark> : <span key={index}>{part.text}</span>,
    )}
  </p>
)
