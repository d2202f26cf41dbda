import { useId, useState, type MouseEvent, type ReactNode } from 'react';

const LOOKS = {
  primary: 'bg-key-900 text-white border-key-900 hover:bg-key-1000 hover:underline',
  secondary: 'bg-white text-key-900 border-key-900 hover:bg-key-50 hover:underline',
  quiet: 'bg-transparent text-key-900 border-transparent underline hover:bg-key-50',
  danger: 'bg-white text-error-2 border-error-2 hover:bg-red-50 hover:underline',
} as const;
const OFF = 'bg-solid-gray-50 text-solid-gray-700 border-solid-gray-300';

interface ButtonProps {
  readonly children: ReactNode;
  readonly onPress?: () => void;
  readonly look?: keyof typeof LOOKS;
  readonly type?: 'button' | 'submit';
  readonly isBusy?: boolean;
  /** Why it cannot be pressed. It stays where it is, can be reached, and says so when it is pressed. */
  readonly why?: string | null | false;
  readonly label?: string;
  readonly isOpen?: boolean;
  readonly isLarge?: boolean;
}

/** A button of the design system. What may not be done is shown as such, with the reason, rather than hidden. */
export function Button({ children, onPress, look = 'secondary', type = 'button', isBusy, why, label, isOpen, isLarge }: ButtonProps) {
  const [tells, setTells] = useState(false);
  const reasonId = useId();
  const isOff = Boolean(why || isBusy);
  const shape = `${isLarge ? 'min-h-12 px-6' : 'min-h-10 px-3.5'} ${why ? OFF : LOOKS[look]} ${isBusy ? 'opacity-70' : ''}`;
  const press = (event: MouseEvent) => {
    if (why) setTells(!tells);
    if (isOff) event.preventDefault();
    else onPress?.();
  };
  return (
    <span className="inline-flex max-w-full flex-col items-start gap-1">
      <button
        type={why ? 'button' : type}
        aria-disabled={isOff || undefined}
        aria-busy={isBusy || undefined}
        aria-label={label}
        aria-expanded={isOpen}
        aria-describedby={why ? reasonId : undefined}
        title={why || undefined}
        className={`inline-flex items-center justify-center gap-1.5 rounded-8 border text-std-16B-170 ${shape}`}
        onClick={press}
      >
        {children}
      </button>
      {why && (
        <span id={reasonId} className={tells ? 'text-std-16N-170 text-solid-gray-800' : 'sr-only'}>
          {why}
        </span>
      )}
    </span>
  );
}
