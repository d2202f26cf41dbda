import icon from '../../icon.svg';
import { useEffect, useRef, type ReactNode } from 'react';
import { Link, useLocation } from 'wouter';
import { useUnsentGuard } from '../../drafts';
import { useConnection } from '../../live';
import { Button } from '../../ui/button';
import { useUnread } from '../inbox/inbox';
import { UndoBar } from '../../undo';
import { AccessesUnderWay } from '../access/under-way';
import { Name } from '../../ui/facts';
import { useWords } from '../../words/language';
import { LanguageSwitch } from './language-switch';
import { usePerson, useSignOut } from './me';
import { Shortcuts } from './shortcuts';
import { words } from './words';

/** Around every page: where one is, who one is, and whether the line to the others is open. */
export function Frame({ children }: { readonly children: ReactNode }) {
  const w = useWords(words);
  useUnsentGuard();
  const [path] = useLocation();
  const main = useRef<HTMLElement>(null);
  const seen = useRef(path);
  useEffect(() => {
    // A new page is read from its beginning, by eye and by screen reader; parts of the same case or series are not a new page.
    const pageOf = (at: string) =>
      at
        .split('/')
        .slice(0, at.startsWith('/meetings/') || at.endsWith('/convene') ? 4 : 3)
        .join('/');
    if (pageOf(seen.current) !== pageOf(path)) main.current?.focus();
    seen.current = path;
  }, [path]);
  return (
    <div className="flex min-h-dvh flex-col">
      <a href="#main" className="sr-only focus:not-sr-only focus:absolute focus:z-10 focus:bg-white focus:p-3">
        {w.skip}
      </a>
      <Header />
      <main
        id="main"
        ref={main}
        tabIndex={-1}
        className="mx-auto flex w-full max-w-7xl flex-1 flex-col gap-6 px-4 py-6 outline-none md:px-6"
      >
        <ConnectionNotice />
        <AccessesUnderWay />
        {children}
      </main>
      <UndoBar />
    </div>
  );
}

function Header() {
  const w = useWords(words);
  const { name, kana } = usePerson();
  const signOut = useSignOut();
  return (
    <header className="border-b border-solid-gray-200 bg-white print:hidden">
      <div className="mx-auto flex max-w-7xl flex-wrap items-center gap-x-6 gap-y-1 px-4 py-2 md:px-6">
        <Link href="/" className="flex items-center gap-2 text-std-20B-150 text-key-900">
          <img src={icon} alt="" className="size-8" />
          {w.product}
        </Link>
        <Navigation />
        <div className="ml-auto flex flex-wrap items-center gap-x-4">
          <ConnectionMark />
          <Link href="/account" title={w.account} className="text-std-16B-170 hover:underline">
            <Name of={{ name, kana }} />
          </Link>
          <LanguageSwitch />
          <Shortcuts />
          <Button look="quiet" onPress={() => void signOut()}>
            {w.signOut}
          </Button>
        </div>
      </div>
    </header>
  );
}

function Navigation() {
  const w = useWords(words);
  const { id, isManager, isAdministrator, isOfficer } = usePerson();
  const unread = useUnread(id);
  return (
    <nav aria-label={w.main} className="flex flex-wrap gap-1 max-lg:order-last max-lg:w-full">
      <NavLink href="/" isHere={(path) => path === '/'}>
        {w.today}
      </NavLink>
      <NavLink href="/inbox" isHere={(path) => path === '/inbox'}>
        {unread === 0 ? w.inbox : w.inboxOf(unread)}
      </NavLink>
      <NavLink href="/cases" isHere={(path) => path.startsWith('/cases')}>
        {w.cases}
      </NavLink>
      <NavLink href="/meetings" isHere={(path) => path.startsWith('/meetings') || path.startsWith('/sessions')}>
        {w.meetings}
      </NavLink>
      {isManager && (
        <NavLink href="/responsibility" isHere={(path) => path === '/responsibility'}>
          {w.responsibility}
        </NavLink>
      )}
      <NavLink href="/need-to-know" isHere={(path) => path === '/need-to-know'}>
        {w.policy}
      </NavLink>
      {(isOfficer || isManager) && (
        <NavLink href="/retention" isHere={(path) => path === '/retention'}>
          {w.retention}
        </NavLink>
      )}
      {isAdministrator && (
        <NavLink href="/administration" isHere={(path) => path === '/administration'}>
          {w.administration}
        </NavLink>
      )}
    </nav>
  );
}

function NavLink({
  href,
  isHere,
  children,
}: {
  readonly href: string;
  readonly isHere: (path: string) => boolean;
  readonly children: ReactNode;
}) {
  const [path] = useLocation();
  const here = isHere(path);
  return (
    <Link
      href={href}
      aria-current={here ? 'page' : undefined}
      className={`border-b-4 px-3 py-2 ${here ? 'border-key-900 font-bold text-key-900' : 'border-transparent hover:bg-key-50'}`}
    >
      {children}
    </Link>
  );
}

function ConnectionMark() {
  const w = useWords(words);
  const connection = useConnection();
  const colour = connection === 'connected' ? 'bg-green-600' : connection === 'lost' ? 'bg-error-1' : 'bg-yellow-700';
  return (
    <span className="flex items-center gap-1.5 text-std-16N-170 text-solid-gray-700" data-connection={connection}>
      <span aria-hidden="true" className={`size-2.5 rounded-full ${colour}`} />
      <span className={connection === 'connected' ? 'max-md:sr-only' : ''}>{connection === 'connected' ? w.connected : w.connecting}</span>
    </span>
  );
}

/** Said once, where it cannot be missed, and gone as soon as it is over. */
function ConnectionNotice() {
  const w = useWords(words);
  const isLost = useConnection() === 'lost';
  return (
    <div
      role="status"
      className={
        isLost ? 'sticky top-2 z-10 rounded-8 border-l-8 border-warning-orange-2 bg-orange-50 px-4 py-3 shadow-1 print:hidden' : 'sr-only'
      }
    >
      {isLost && w.lost}
    </div>
  );
}
