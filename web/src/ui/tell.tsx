import { useState } from 'react';
import type { Refusal } from '../ask';
import { useDraft } from '../drafts';
import { useWords } from '../words/language';
import { Button } from './button';
import { TextArea } from './field';
import { Row } from './layout';
import { RefusalNotice } from './notice';
import { words } from './words';

interface TellProps {
  /** Under which what is typed is kept. */
  readonly name: string;
  readonly label: string;
  readonly action: string;
  readonly verb: { readonly isSending: boolean; readonly refusal: Refusal | null };
  readonly onSend: (text: string, done: () => void) => void;
  readonly onCancel?: () => void;
  readonly onSent?: () => void;
  readonly isRequired?: boolean;
}

/** One thing to say in words, in place: why not, or what came of it. */
export function Tell({ name, label, action, verb, onSend, onCancel, onSent, isRequired = true }: TellProps) {
  const w = useWords(words);
  const [text, setText] = useDraft(name);
  const [isMissing, setMissing] = useState(false);
  const send = () => {
    setMissing(isRequired && text.trim() === '');
    if (isRequired && text.trim() === '') return;
    onSend(text, () => {
      setText('');
      onSent?.();
    });
  };
  return (
    <form
      className="flex w-full flex-col gap-3 rounded-8 bg-solid-gray-50 p-4"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <TextArea label={label} value={text} onChange={setText} rows={2} onSubmit={send} fault={isMissing && w.required} />
      <RefusalNotice refusal={verb.refusal} />
      <Row>
        <Button type="submit" look="primary" isBusy={verb.isSending}>
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
