import { useAsk } from '../../data';
import { graphql } from '../../graphql';
import { keys } from '../../live';
import { Section } from '../../ui/layout';
import { useWords } from '../../words/language';
import { TokenList } from '../tokens/token-list';
import { words } from '../tokens/words';

const TOKENS = graphql(`
  query MyTokens {
    myTokens {
      id
      version
      name
      access
      subjects
      expiresAt
      lastUsedAt
    }
  }
`);

/** With what programs ask in one's name. */
export function TokensPart() {
  const w = useWords(words);
  const reading = useAsk(keys.mine('tokens'), TOKENS, {});
  return (
    <Section title={w.tokens} reading={reading} lines={2}>
      <TokenList tokens={reading.data?.myTokens} also={[]} />
    </Section>
  );
}
