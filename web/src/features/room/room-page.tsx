import { useWatch, useWatchSession } from '../../live';
import { Section } from '../../ui/layout';
import { Arriving } from '../../ui/reading';
import { useWords } from '../../words/language';
import { words as session } from '../session/words';
import { Agenda } from './agenda';
import { Attendance } from './attendance';
import { Issues } from './issues';
import { Latest } from './latest';
import { Roles } from './roles';
import { RoomHeader } from './room-header';
import { useRoom } from './room';
import { useNameOf } from './name-of';
import { Statements } from './statements';
import { words } from './words';

/** One screen for a session: everyone writes at once, and everyone sees it. */
export default function RoomPage({ sessionId }: { readonly sessionId: string }) {
  const w = useWords(words);
  const s = useWords(session);
  const reading = useRoom(sessionId);
  const { data, error } = reading;
  const room = data?.conferenceSession;
  const nameOf = useNameOf();
  useWatch(room?.caseId ? [room.caseId] : []);
  useWatchSession(sessionId);
  if (!room || error?.code === 'NOT_FOUND') return <Arriving of={reading} lines={12} />;
  return (
    <>
      <title>{`${nameOf(room)} | ${s.product}`}</title>
      <RoomHeader of={room} reading={reading} />
      <div className="grid items-start gap-6 xl:grid-cols-[2fr_1fr]">
        <div className="flex min-w-0 flex-col gap-6">
          <Agenda of={room} />
          <Statements of={room} />
          <Issues of={room} />
        </div>
        <div className="flex min-w-0 flex-col gap-6">
          <Section title={w.latest}>
            <Latest sessionId={sessionId} />
          </Section>
          <Attendance of={room} />
          <Roles of={room} />
        </div>
      </div>
    </>
  );
}
