import { useMutation } from '@tanstack/react-query';
import type { Refusal } from '../../ask';
import { Button } from '../../ui/button';
import { Row } from '../../ui/layout';
import { RefusalNotice } from '../../ui/notice';
import { useWords } from '../../words/language';
import { responsibilityFile, trailFile } from './responsibility';
import { words } from './words';

/** What is shown, and the sealed trail behind each case, as files for whoever should hold them outside. */
export function Downloads({
  agencyId,
  on,
  cases,
}: {
  readonly agencyId: string;
  readonly on: string;
  readonly cases: ReadonlyMap<string, string>;
}) {
  const w = useWords(words);
  const saving = useMutation<void, Refusal, () => Promise<void>>({ mutationFn: (save) => save() });
  return (
    <>
      <Row>
        <Button isBusy={saving.isPending} onPress={() => saving.mutate(() => responsibilityFile(agencyId, on))}>
          {w.csv}
        </Button>
        {[...cases].map(([caseId, number]) => (
          <Button key={caseId} look="quiet" isBusy={saving.isPending} onPress={() => saving.mutate(() => trailFile(caseId, number))}>
            {w.trailCsv(number)}
          </Button>
        ))}
      </Row>
      <RefusalNotice refusal={saving.error} />
    </>
  );
}
