import { RefusalNotice } from '../../ui/notice';
import { TokenList } from '../tokens/token-list';
import type { Person } from './directory';
import { TOKENS_OF_SERVICES, useServiceTokens } from './signing-in';

/** With what a program of an agency asks. */
export function ServiceTokens({ service }: { readonly service: Person }) {
  const { tokens, error } = useServiceTokens(service.id);
  return (
    <div className="flex flex-col gap-4 rounded-8 border border-solid-gray-300 p-4">
      <RefusalNotice refusal={error} />
      <TokenList tokens={tokens} service={service} also={[TOKENS_OF_SERVICES]} />
    </div>
  );
}
