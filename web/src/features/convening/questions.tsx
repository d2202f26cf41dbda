import { Button } from '../../ui/button';
import { Choose, TextField } from '../../ui/field';
import { codes } from '../../words/codes';
import { useWords } from '../../words/language';
import { words as tasks } from '../tasks/words';
import type { Category } from './convening';
import { words } from './words';

export interface Question {
  readonly what: string;
  readonly category: Category;
}

interface QuestionsProps {
  readonly questions: readonly Question[];
  readonly onChange: (questions: readonly Question[]) => void;
  readonly categories: readonly Category[];
  readonly fault?: string | null | false;
}

/** What is to be settled: each question in one category, so that only those who need it read it. */
export function Questions({ questions, onChange, categories, fault }: QuestionsProps) {
  const w = useWords(words);
  const t = useWords(tasks);
  const names = useWords(codes);
  const change = (at: number, part: Partial<Question>) =>
    onChange(questions.map((question, place) => (place === at ? { ...question, ...part } : question)));
  return (
    <>
      {questions.map(({ what, category }, at) => (
        <div key={at} className="grid items-end gap-3 md:grid-cols-[1fr_14rem_5rem]">
          <TextField
            label={w.question(at + 1)}
            value={what}
            onChange={(written) => change(at, { what: written })}
            fault={at === 0 && fault}
          />
          <Choose
            label={w.questionCategory(at + 1)}
            value={category}
            onChange={(chosen) => change(at, { category: chosen as Category })}
            options={categories.map((value) => ({ value, label: names.category[value] }))}
          />
          {questions.length > 1 && (
            <Button
              look="quiet"
              label={t.actOn(w.removeQuestion, w.question(at + 1))}
              onPress={() => onChange(questions.filter((_, place) => place !== at))}
            >
              {w.removeQuestion}
            </Button>
          )}
        </div>
      ))}
      <Button onPress={() => onChange([...questions, { what: '', category: 'COORDINATION' }])}>{w.addQuestion}</Button>
    </>
  );
}
