/** The sign of the house: a spring, and the rings that go out from it. */
export function SourceMark({ size = 36 }: { size?: number }) {
  return (
    <svg aria-hidden width={size} height={size} viewBox="0 0 40 40" fill="none" focusable="false">
      <rect width="40" height="40" rx="11" fill="#176b75" />
      <circle cx="20" cy="27" r="3.6" fill="#fff" />
      <path d="M11.6 24.4a8.8 8.8 0 0 1 16.8 0" stroke="#fff" strokeWidth="2.8" strokeLinecap="round" />
      <path d="M7 18.6a14.4 14.4 0 0 1 26 0" stroke="#aed6d8" strokeWidth="2.8" strokeLinecap="round" />
    </svg>
  )
}
