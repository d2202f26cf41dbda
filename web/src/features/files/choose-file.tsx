import { useId } from 'react';
import { useWords } from '../../words/language';
import { words } from './words';

const KEPT = 'application/pdf,image/png,image/jpeg';

/** A file from the desk. The field itself takes what is dropped on it, and what is chosen with the keyboard. */
export function ChooseFile({
  file,
  onChoose,
  hint,
  fault,
}: {
  readonly file: File | null;
  readonly onChoose: (file: File) => void;
  readonly hint: string;
  readonly fault: string | null | false;
}) {
  const w = useWords(words);
  const id = useId();
  return (
    <div className="flex flex-col gap-2">
      <label htmlFor={id} className="text-std-16B-170">
        {w.choose}
      </label>
      <input
        id={id}
        type="file"
        accept={KEPT}
        aria-describedby={`${id}-hint`}
        aria-invalid={fault ? true : undefined}
        className="w-full rounded-8 border-2 border-dashed border-solid-gray-536 bg-white p-6 hover:bg-key-50 aria-invalid:border-error-2"
        onChange={({ target }) => target.files?.[0] && onChoose(target.files[0])}
      />
      <p id={`${id}-hint`} className="text-solid-gray-700">
        {w.drop} {hint}
      </p>
      {file && (
        <p>
          {w.chosen}：<strong className="break-all">{file.name}</strong>（{w.size(file.size)}）
        </p>
      )}
      {fault && (
        <p role="alert" className="text-error-2">
          {fault}
        </p>
      )}
    </div>
  );
}
