import { GraphQLError, Kind, type ASTVisitor, type FragmentDefinitionNode, type SelectionSetNode, type ValidationContext } from 'graphql';
import type { Sentence } from '../refusal.js';

/** Deeper than any screen needs, shallower than anything that hurts. */
const DEEPEST = 12;
/** Tokens in one document; the parser stops there. */
export const MOST_TOKENS = 4_000;
/** Bytes in one request. */
export const LARGEST_BODY = 262_144;

export const TOO_DEEP = 'TOO_DEEP';
const sentence: Sentence = { ja: '問い合わせが大きすぎます。', en: 'The query is too large.' };

/** Measures how deep a document goes. Each fragment is measured once; one that contains itself counts as too deep. */
class DepthGauge {
  private readonly measured = new Map<string, number>();

  constructor(private readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>) {}

  of(set: SelectionSetNode): number {
    const below = set.selections.map((node) => {
      if (node.kind === Kind.FRAGMENT_SPREAD) return this.ofFragment(node.name.value);
      if (node.kind === Kind.INLINE_FRAGMENT) return this.of(node.selectionSet);
      return node.selectionSet ? 1 + this.of(node.selectionSet) : 1;
    });
    return Math.max(0, ...below);
  }

  private ofFragment(name: string): number {
    const known = this.measured.get(name);
    if (known !== undefined) return known;
    const fragment = this.fragments.get(name);
    this.measured.set(name, DEEPEST + 1);
    const depth = fragment ? this.of(fragment.selectionSet) : 0;
    this.measured.set(name, depth);
    return depth;
  }
}

/** Validation rule: refuses documents nested deeper than `DEEPEST`, fragments counted. Introspection of the schema itself stays possible. */
export function depthLimit(context: ValidationContext): ASTVisitor {
  const fragments = new Map(
    context.getDocument().definitions.flatMap((node) => (node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node] as const] : [])),
  );
  return {
    OperationDefinition(node) {
      const asked = node.selectionSet.selections.filter((field) => field.kind !== Kind.FIELD || !field.name.value.startsWith('__'));
      if (new DepthGauge(fragments).of({ ...node.selectionSet, selections: asked }) <= DEEPEST) return;
      context.reportError(new GraphQLError(sentence.en, { nodes: [node], extensions: { fault: TOO_DEEP, sentence } }));
    },
  };
}
