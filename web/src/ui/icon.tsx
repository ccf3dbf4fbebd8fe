const paths = {
  home: 'M4 11.2 12 4.5l8 6.7V19a1 1 0 0 1-1 1h-4.5v-5.5h-5V20H5a1 1 0 0 1-1-1z',
  list: 'M4 6.5h16M4 12h16M4 17.5h10',
  coach: 'M5 5h14a1 1 0 0 1 1 1v9a1 1 0 0 1-1 1h-7l-4.5 3.5V16H5a1 1 0 0 1-1-1V6a1 1 0 0 1 1-1z',
  add: 'M12 16.5V4.5M7.5 9 12 4.5 16.5 9M4.5 16v2.5a1 1 0 0 0 1 1h13a1 1 0 0 0 1-1V16',
  settings:
    'M4 7.5h9m4.5 0H20M4 16.5h2.5m4.5 0h9M15.25 9.75a2.25 2.25 0 1 0 0-4.5 2.25 2.25 0 0 0 0 4.5zM8.75 18.75a2.25 2.25 0 1 0 0-4.5 2.25 2.25 0 0 0 0 4.5z',
  close: 'M6 6l12 12M18 6 6 18',
  search: 'M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13zM15.5 15.5 20 20',
  send: 'M12 19V5.5M6.5 11 12 5.5l5.5 5.5',
  stop: 'M7.5 7.5h9v9h-9z',
  back: 'M14.5 5.5 8 12l6.5 6.5',
  next: 'M9.5 5.5 16 12l-6.5 6.5',
  retry: 'M19 12a7 7 0 1 1-2.2-5.1M19.5 4v4h-4',
  receipt: 'M6 4.5v15l2-1.5 2 1.5 2-1.5 2 1.5 2-1.5 2 1.5v-15zM9 9h6M9 13h4',
  check: 'M5 12.5 10 17.5 19.5 7',
  warning: 'M12 9.5v4.5m0 3v.01M12 4 2.8 19.5h18.4z',
  folder: 'M4 18.5v-12a1 1 0 0 1 1-1h4.5l2 2.5H19a1 1 0 0 1 1 1v9.5a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1z',
  file: 'M7 4h7l4 4v11a1 1 0 0 1-1 1H7a1 1 0 0 1-1-1V5a1 1 0 0 1 1-1zM13.5 4v4.5H18',
  copy: 'M9 9h10v11H9zM15 9V4.5H5V15h4',
  filter: 'M4 6h16l-6 7.2V19l-4-2v-3.8z',
} as const;

export type IconName = keyof typeof paths;

export function Icon({ name, className = 'size-5' }: { name: IconName; className?: string }) {
  return (
    <svg
      viewBox="0 0 24 24"
      className={`shrink-0 ${className}`}
      fill="none"
      stroke="currentColor"
      strokeWidth="1.75"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d={paths[name]} />
    </svg>
  );
}
