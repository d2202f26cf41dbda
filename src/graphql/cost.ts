import {
  getNamedType,
  getNullableType,
  isCompositeType,
  isListType,
  isObjectType,
  Kind,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
  type TypeNode,
} from 'graphql';

/*
 * What an operation costs, known before it runs. A field costs 1. A list costs 1, and as often as it may have rows what is selected of
 * each: `first` rows, and AS_IF where it takes no `first`. Directives change nothing: what may be left out is paid for.
 */

/** Rows of a list that takes no `first`: what such lists have on a full day. */
const AS_IF = 10;
/** No list answers with more. */
const MOST_ROWS = 500;
type Variables = Readonly<Record<string, unknown>>;

class Till {
  private readonly paid = new Map<string, number>();

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>,
    private readonly variables: Variables,
  ) {}

  of(set: SelectionSetNode, type: GraphQLCompositeType): number {
    return set.selections.reduce((sum, node) => {
      if (node.kind === Kind.FIELD) return sum + this.ofField(node, type);
      if (node.kind === Kind.FRAGMENT_SPREAD) return sum + this.ofFragment(node.name.value);
      return sum + this.of(node.selectionSet, this.named(node.typeCondition?.name.value) ?? type);
    }, 0);
  }

  /** The same wherever it is spread, so it is counted once and paid each time. */
  private ofFragment(name: string): number {
    const known = this.paid.get(name);
    if (known !== undefined) return known;
    const fragment = this.fragments.get(name);
    const type = this.named(fragment?.typeCondition.name.value);
    const cost = fragment && type ? this.of(fragment.selectionSet, type) : 0;
    this.paid.set(name, cost);
    return cost;
  }

  private ofField(node: FieldNode, parent: GraphQLCompositeType): number {
    const field = isObjectType(parent) ? parent.getFields()[node.name.value] : undefined;
    const type = field && getNamedType(field.type);
    if (!field || !node.selectionSet || !isCompositeType(type)) return 1;
    const each = this.of(node.selectionSet, type);
    return 1 + (isListType(getNullableType(field.type)) ? this.rowsOf(node, field) : 1) * each;
  }

  private rowsOf(node: FieldNode, field: GraphQLField<unknown, unknown>): number {
    const declared = field.args.find(({ name }) => name === 'first');
    if (!declared) return AS_IF;
    const given = node.arguments?.find(({ name }) => name.value === 'first')?.value;
    const first = this.numberIn(given) ?? declared.defaultValue ?? MOST_ROWS;
    return Math.min(Math.max(Number(first), 0), MOST_ROWS);
  }

  private numberIn(value: { readonly kind: Kind } | undefined): unknown {
    if (value?.kind === Kind.INT) return (value as unknown as { value: string }).value;
    if (value?.kind === Kind.VARIABLE) return this.variables[(value as unknown as { name: { value: string } }).name.value];
    return undefined;
  }

  private named(name: string | undefined): GraphQLCompositeType | undefined {
    const type = name === undefined ? undefined : this.schema.getType(name);
    return isCompositeType(type) ? type : undefined;
  }
}

/** What operations cost that no number among their variables makes dearer. */
const fixed = new WeakMap<OperationDefinitionNode, number>();

/** What a valid operation costs with these variables. */
export function costOf(schema: GraphQLSchema, document: DocumentNode, operation: OperationDefinitionNode, variables: Variables): number {
  const known = fixed.get(operation);
  if (known !== undefined) return known;
  const cost = reckoned(schema, document, operation, variables);
  if (!operation.variableDefinitions?.some(({ type }) => namedIn(type) === 'Int')) fixed.set(operation, cost);
  return cost;
}

const namedIn = (type: TypeNode): string => (type.kind === Kind.NAMED_TYPE ? type.name.value : namedIn(type.type));

function reckoned(schema: GraphQLSchema, document: DocumentNode, operation: OperationDefinitionNode, variables: Variables): number {
  const fragments = document.definitions.flatMap((node) =>
    node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node] as const] : [],
  );
  const defaults = (operation.variableDefinitions ?? []).flatMap(({ variable, defaultValue }) =>
    defaultValue?.kind === Kind.INT ? [[variable.name.value, defaultValue.value] as const] : [],
  );
  const root = schema.getRootType(operation.operation);
  const till = new Till(schema, new Map(fragments), { ...Object.fromEntries(defaults), ...variables });
  return root ? till.of(operation.selectionSet, root) : 0;
}
