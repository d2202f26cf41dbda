import icon from '../../icon.svg';
import { useQueryClient } from '@tanstack/react-query';
import { useWords } from '../../words/language';
import { LanguageSwitch } from './language-switch';
import { SignInForm } from './sign-in-form';
import { words } from './words';

export function SignInPage() {
  const w = useWords(words);
  const cache = useQueryClient();
  return (
    <main className="mx-auto flex min-h-dvh max-w-md flex-col justify-center gap-6 p-6">
      <title>{`${w.signIn} | ${w.product}`}</title>
      <div>
        <h1 className="flex items-center gap-3 text-std-36B-140 text-key-900">
          <img src={icon} alt="" className="size-11" />
          {w.product}
        </h1>
        <p className="mt-2 text-solid-gray-700">{w.motto}</p>
      </div>
      <div className="rounded-16 border border-solid-gray-200 bg-white p-6">
        <SignInForm onDone={() => cache.invalidateQueries()} />
      </div>
      <p className="text-solid-gray-700">{w.demo}</p>
      <LanguageSwitch />
    </main>
  );
}
