import type { ReactNode } from 'react';
import type { Refusal } from '../ask';
import { useWords } from '../words/language';
import { Button } from './button';
import { Row } from './layout';
import { RefusalNotice } from './notice';
import { words } from './words';

interface FormProps {
  readonly label: string;
  readonly action: string;
  readonly verb: { readonly isSending: boolean; readonly refusal: Refusal | null };
  readonly onSend: () => void;
  readonly onCancel?: () => void;
  /** Why it cannot be sent as it stands. */
  readonly why?: string | null | false;
  readonly look?: 'primary' | 'danger';
  readonly children: ReactNode;
}

/** A form in its place: what it asks, why the product said no, and the one thing it does. */
export function Form({ label, action, verb, onSend, onCancel, why, look = 'primary', children }: FormProps) {
  const w = useWords(words);
  return (
    <form
      aria-label={label}
      className="flex flex-col gap-4 rounded-8 bg-solid-gray-50 p-4"
      onSubmit={(event) => {
        event.preventDefault();
        onSend();
      }}
    >
      {children}
      <RefusalNotice refusal={verb.refusal} />
      <Row>
        <Button type="submit" look={look} why={why} isBusy={verb.isSending}>
          {action}
        </Button>
        {onCancel && (
          <Button look="quiet" onPress={onCancel}>
            {w.cancel}
          </Button>
        )}
      </Row>
    </form>
  );
}
