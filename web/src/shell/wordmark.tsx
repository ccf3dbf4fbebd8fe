const BARS =
  'M11.4 5.5h17.2a.8.8 0 0 1 .75 1.07l-2.5 7a.8.8 0 0 1-.75.53H8.9a.8.8 0 0 1-.75-1.07l2.5-7a.8.8 0 0 1 .75-.53zM6.9 17.9h17.2a.8.8 0 0 1 .75 1.07l-2.5 7a.8.8 0 0 1-.75.53H4.4a.8.8 0 0 1-.75-1.07l2.5-7a.8.8 0 0 1 .75-.53z';

/**
 * Two bars of the same length, leaning forward: an equals sign at running pace, two even splits.
 * The letters are drawn for this mark; the crossbars of both "e" sit on the line that halves the x-height.
 */
export function Mark({ className = 'size-7' }: { className?: string }) {
  return (
    <svg viewBox="0 0 32 32" className={className} aria-hidden="true">
      <path d={BARS} fill="currentColor" />
    </svg>
  );
}

export function Wordmark({ className = 'h-7' }: { className?: string }) {
  return (
    <svg
      viewBox="0 0 226 40"
      className={className}
      role="img"
      aria-label="Evensplit"
      fill="none"
      stroke="currentColor"
      strokeWidth="4.6"
    >
      <g className="text-accent" stroke="none" transform="translate(-3 4.5)">
        <path d={BARS} fill="currentColor" />
      </g>
      <path transform="translate(38 0)" d="M.5 20h17.7A8.8 8.8 0 1 0 15.6 26.6" />
      <path transform="translate(60 0)" d="M1 11 9 28.6 17 11" />
      <path transform="translate(79 0)" d="M.5 20h17.7A8.8 8.8 0 1 0 15.6 26.6" />
      <path
        transform="translate(104 0)"
        d="M.5 31V11.2M.5 21.2C.5 16.4 3.4 13.4 7.6 13.4c4.2 0 6.6 2.8 6.6 7.200V31"
      />
      <path
        transform="translate(124 0)"
        d="M14.2 15.600C13.1 13.9 11 13.1 8.4 13.100c-3.5 0-5.8 1.4-5.8 3.7 0 2.5 2.6 2.9 5.8 3.4 3.5.5 6.2 1.2 6.2 4.1 0 2.7-2.6 4.3-6.2 4.3-3 0-5.5-1.1-6.7-3.2"
      />
      <path
        transform="translate(146 0)"
        d="M.5 11.200V38M.5 20.900a8.4 8.4 0 1 1 16.8 0 8.4 8.4 0 1 1-16.8 0"
      />
      <path transform="translate(171 0)" d="M.5 3v28" />
      <path transform="translate(181 0)" d="M.5 11.200V31M.5 3.200v4.6" />
      <path
        transform="translate(188.5 0)"
        d="M5.5 5.500V24.600c0 3 1.6 4.3 4.2 4.300h3.300M0 13.400h13"
      />
    </svg>
  );
}
