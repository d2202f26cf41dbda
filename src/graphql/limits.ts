import {
  GraphQLError,
  Kind,
  type ASTNode,
  type ASTVisitor,
  type FragmentDefinitionNode,
  type SelectionSetNode,
  type ValidationContext,
} from 'graphql';
import type { Sentence } from '../refusal.js';

/** Deeper than any screen needs, shallower than anything that hurts. */
const DEEPEST = 12;
/** Tokens in one document; the parser stops there. */
export const MOST_TOKENS = 4_000;
/** Fields under another name, in one document. */
const MOST_ALIASES = 40;
/** Directives in one document. */
const MOST_DIRECTIVES = 20;
/** How often one selection may name the same field. */
const MOST_REPEATED = 5;
/** What one request may ask side by side; of commands only one, so that trying passwords counts try by try. */
const MOST_SIDE_BY_SIDE = { query: 20, mutation: 1, subscription: 1 } as const;

export const TOO_LARGE = 'TOO_LARGE';
const sentence: Sentence = { ja: '問い合わせが大きすぎます。', en: 'The query is too large.' };

/** Refuses an operation for its size, whichever way it is too large. */
export const tooLarge = (node?: ASTNode) =>
  new GraphQLError(sentence.en, { ...(node ? { nodes: [node] } : {}), extensions: { fault: TOO_LARGE, sentence, http: { status: 400 } } });

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

/** Validation rule: refuses documents nested deeper than `DEEPEST`, fragments counted. Introspection has a rule of its own. */
export function depthLimit(context: ValidationContext): ASTVisitor {
  const fragments = new Map(
    context.getDocument().definitions.flatMap((node) => (node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node] as const] : [])),
  );
  return {
    OperationDefinition(node) {
      const asked = node.selectionSet.selections.filter((field) => field.kind !== Kind.FIELD || !field.name.value.startsWith('__'));
      if (new DepthGauge(fragments).of({ ...node.selectionSet, selections: asked }) > DEEPEST) context.reportError(tooLarge(node));
    },
  };
}

/** Whether a selection names some field more often than `MOST_REPEATED`. */
function repeats({ selections }: SelectionSetNode): boolean {
  const times = new Map<string, number>();
  for (const node of selections) {
    const name =
      node.kind === Kind.FIELD ? (node.alias ?? node.name).value : node.kind === Kind.FRAGMENT_SPREAD ? `...${node.name.value}` : '';
    times.set(name, (times.get(name) ?? 0) + 1);
  }
  return Math.max(0, ...times.values()) > MOST_REPEATED;
}

/** Validation rule: refuses documents that are broader than any use: aliases, directives, repetitions, questions side by side. */
export function breadthLimit(context: ValidationContext): ASTVisitor {
  let aliases = 0;
  let directives = 0;
  const over = (node: ASTNode, count: number, most: number) => {
    if (count === most + 1) context.reportError(tooLarge(node));
  };
  return {
    OperationDefinition(node) {
      if (node.selectionSet.selections.length > MOST_SIDE_BY_SIDE[node.operation]) context.reportError(tooLarge(node));
    },
    SelectionSet(node) {
      if (repeats(node)) context.reportError(tooLarge(node));
    },
    Field(node) {
      if (node.alias) over(node, ++aliases, MOST_ALIASES);
    },
    Directive(node) {
      over(node, ++directives, MOST_DIRECTIVES);
    },
  };
}
