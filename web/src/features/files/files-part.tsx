import { useState } from 'react';
import { Button } from '../../ui/button';
import { Section } from '../../ui/layout';
import { Empty, Notice } from '../../ui/notice';
import { codes } from '../../words/codes';
import { useWords } from '../../words/language';
import { Locked } from '../cases/locked';
import { useSight } from '../cases/sight';
import { AttachFile } from './attach-file';
import { FileLine } from './file-line';
import { useFiles } from './files';
import { words } from './words';

/** The files of a case, one category below the other; where one may not read, a lock and why. */
export default function FilesPart({ caseId, isClosed }: { readonly caseId: string; readonly isClosed: boolean }) {
  const w = useWords(words);
  const names = useWords(codes);
  const sight = useSight(caseId);
  const reading = useFiles(caseId);
  const { data } = reading;
  const [adds, setAdds] = useState(false);
  const [done, setDone] = useState<string | null>(null);
  const writable = sight.filter(({ level }) => level === 'WRITE');
  const locked = sight.filter(({ level }) => level === 'HEADLINE' || level === 'NONE');
  const why = isClosed ? w.closed : writable.length === 0 && w.addWhy;
  const files = data?.case.attachments;
  return (
    <Section
      title={w.files}
      reading={reading}
      lines={4}
      beside={
        <Button
          look="primary"
          why={why}
          isOpen={adds}
          onPress={() => {
            setDone(null);
            setAdds(!adds);
          }}
        >
          {w.add}
        </Button>
      }
    >
      <p className="max-w-prose">{w.intro}</p>
      {done && <Notice look="good">{done}</Notice>}
      {adds && data && (
        <AttachFile
          caseId={caseId}
          sight={writable}
          most={data.largestFile}
          isShielded={data.case.shield !== null}
          close={() => setAdds(false)}
          onDone={(name) => setDone(name === null ? w.handedIn : w.done(name))}
        />
      )}
      {files?.length === 0 && <Empty title={w.none}>{w.noneText}</Empty>}
      {files &&
        [...Map.groupBy(files, ({ category }) => category)].map(([category, of]) => (
          <div key={category}>
            <h3 className="border-l-8 border-key-900 pl-3 text-std-18B-160">{names.category[category]}</h3>
            <ul className="divide-y divide-solid-gray-300">
              {of.map((file) => (
                <FileLine key={file.id} caseId={caseId} file={file} />
              ))}
            </ul>
          </div>
        ))}
      <div className="grid gap-3 md:grid-cols-2">
        {locked.map((one) => (
          <Locked key={one.category} of={one} />
        ))}
      </div>
    </Section>
  );
}
