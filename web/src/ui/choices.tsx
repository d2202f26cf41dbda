import { useId, type ReactNode } from 'react';

export interface Choice<T extends string> {
  readonly value: T;
  readonly label: ReactNode;
  readonly hint?: string | null;
}

interface GroupProps {
  readonly label: string;
  readonly hint?: string;
  readonly fault?: string | null | false;
  readonly children: ReactNode;
}

function Group({ label, hint, fault, children }: GroupProps) {
  const id = useId();
  return (
    <fieldset className="flex min-w-0 flex-col gap-1" aria-describedby={hint ? `${id}-hint` : undefined}>
      <legend className="pb-1 text-std-16B-170">{label}</legend>
      {hint && (
        <p id={`${id}-hint`} className="text-solid-gray-700">
          {hint}
        </p>
      )}
      {children}
      {fault && (
        <p role="alert" className="text-error-2">
          {fault}
        </p>
      )}
    </fieldset>
  );
}

const BOX = 'mt-1 size-5 shrink-0 accent-key-900';

/** One of a few, all of them in sight. */
export function OneOf<T extends string>({
  choices,
  value,
  onChange,
  ...group
}: Omit<GroupProps, 'children'> & { readonly choices: readonly Choice<T>[]; readonly value: T; readonly onChange: (value: T) => void }) {
  const name = useId();
  return (
    <Group {...group}>
      {choices.map((choice) => (
        <label key={choice.value} className="flex cursor-pointer gap-2 rounded-8 px-2 py-1 hover:bg-key-50">
          <input type="radio" name={name} className={BOX} checked={choice.value === value} onChange={() => onChange(choice.value)} />
          <span>
            {choice.label}
            {choice.hint && <span className="block text-solid-gray-700">{choice.hint}</span>}
          </span>
        </label>
      ))}
    </Group>
  );
}
/** Any of several. */
export function AnyOf<T extends string>({
  choices,
  value,
  onChange,
  ...group
}: Omit<GroupProps, 'children'> & {
  readonly choices: readonly Choice<T>[];
  readonly value: readonly T[];
  readonly onChange: (value: readonly T[]) => void;
}) {
  const toggle = (one: T) => onChange(value.includes(one) ? value.filter((other) => other !== one) : [...value, one]);
  return (
    <Group {...group}>
      <div className="grid gap-x-4 sm:grid-cols-2 lg:grid-cols-3">
        {choices.map((choice) => (
          <label key={choice.value} className="flex cursor-pointer gap-2 rounded-8 px-2 py-1 hover:bg-key-50">
            <input type="checkbox" className={BOX} checked={value.includes(choice.value)} onChange={() => toggle(choice.value)} />
            <span>
              {choice.label}
              {choice.hint && <span className="block text-solid-gray-700">{choice.hint}</span>}
            </span>
          </label>
        ))}
      </div>
    </Group>
  );
}
