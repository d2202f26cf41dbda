import { useId, type ReactNode } from 'react';

const BOX =
  'w-full rounded-8 border border-solid-gray-600 bg-white px-3 py-2 text-std-16N-170 aria-invalid:border-error-2 aria-invalid:border-2';

interface Common {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly hint?: string;
  /** What is wrong with it. */
  readonly fault?: string | null | false;
  readonly isRequired?: boolean;
  readonly isLabelHidden?: boolean;
  readonly autoFocus?: boolean;
}

function Frame({
  label,
  hint,
  fault,
  isLabelHidden,
  id,
  children,
}: Pick<Common, 'label' | 'hint' | 'fault' | 'isLabelHidden'> & { readonly id: string; readonly children: ReactNode }) {
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <label htmlFor={id} className={isLabelHidden ? 'sr-only' : 'text-std-16B-170'}>
        {label}
      </label>
      {hint && (
        <span id={`${id}-hint`} className="text-std-16N-170 text-solid-gray-700">
          {hint}
        </span>
      )}
      {children}
      {fault && (
        <span id={`${id}-fault`} role="alert" className="text-std-16N-170 text-error-2">
          {fault}
        </span>
      )}
    </div>
  );
}

const described = (id: string, { hint, fault }: Pick<Common, 'hint' | 'fault'>) =>
  [hint ? `${id}-hint` : '', fault ? `${id}-fault` : ''].filter(Boolean).join(' ') || undefined;

const attributes = (id: string, props: Common) => ({
  id,
  value: props.value,
  'aria-required': props.isRequired,
  'aria-invalid': props.fault ? true : undefined,
  'aria-describedby': described(id, props),
});

export function TextField({
  type = 'text',
  autoComplete = 'off',
  min,
  max,
  maxLength = 200,
  ...props
}: Common & {
  readonly type?: 'text' | 'password' | 'date' | 'month' | 'time';
  readonly autoComplete?: string;
  readonly min?: string;
  readonly max?: string;
  readonly maxLength?: number;
}) {
  const id = useId();
  return (
    <Frame {...props} id={id}>
      <input
        {...attributes(id, props)}
        type={type}
        autoComplete={autoComplete}
        min={min}
        max={max}
        maxLength={maxLength}
        className={BOX}
        onChange={(event) => props.onChange(event.target.value)}
      />
    </Frame>
  );
}

export function TextArea({ rows = 3, onSubmit, ...props }: Common & { readonly rows?: number; readonly onSubmit?: () => void }) {
  const id = useId();
  return (
    <Frame {...props} id={id}>
      <textarea
        {...attributes(id, props)}
        rows={rows}
        className={BOX}
        onChange={(event) => props.onChange(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) onSubmit?.();
        }}
      />
    </Frame>
  );
}

export function Choose({
  options,
  placeholder,
  ...props
}: Common & { readonly options: readonly { readonly value: string; readonly label: string }[]; readonly placeholder?: string }) {
  const id = useId();
  return (
    <Frame {...props} id={id}>
      <select {...attributes(id, props)} className={`${BOX} min-h-11`} onChange={(event) => props.onChange(event.target.value)}>
        {placeholder !== undefined && <option value="">{placeholder}</option>}
        {options.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </Frame>
  );
}
