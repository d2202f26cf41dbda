import { useState } from 'react';
import { Button } from '../../ui/button';
import { Choose } from '../../ui/field';
import { codes } from '../../words/codes';
import { useWords } from '../../words/language';
import { usePerson } from '../session/me';
import { LevelMark } from './level-mark';
import type { CellOfTable, Line, Who } from './policy';
import { words } from './words';

/** One profession at a time, where the whole table has no room: one's own to begin with. */
export function OneProfession({ lines, edit }: { readonly lines: readonly Line[]; readonly edit: ((cell: CellOfTable) => void) | null }) {
  const w = useWords(words);
  const names = useWords(codes);
  const own = usePerson().postings.find(({ profession }) => lines.some((line) => line.profession === profession && line.level !== 'NONE'));
  const [who, setWho] = useState<Who>(own?.profession ?? 'KEY_PERSON');
  const professions = [...new Set(lines.map(({ profession }) => profession))];
  return (
    <div className="flex flex-col gap-3 md:hidden">
      <Choose
        label={w.choose}
        value={who}
        onChange={(value) => setWho(value as Who)}
        options={professions.map((profession) => ({ value: profession, label: names.profession[profession] }))}
      />
      <dl className="flex flex-col gap-1">
        {lines
          .filter(({ profession }) => profession === who)
          .map((line) => (
            <div key={line.about} className="grid grid-cols-[1fr_8rem] items-center gap-3">
              <dt>{names.category[line.about]}</dt>
              <dd>
                {edit ? (
                  <Button
                    label={w.edit(names.profession[who], names.category[line.about], names.sight[line.level])}
                    onPress={() => edit(line)}
                  >
                    {names.sight[line.level]}
                  </Button>
                ) : (
                  <LevelMark level={line.level}>{names.sight[line.level]}</LevelMark>
                )}
              </dd>
            </div>
          ))}
      </dl>
    </div>
  );
}
