import {
  getDirectiveValues,
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  Kind,
  visit,
  type FieldNode,
  type GraphQLResolveInfo,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import type { SelectedField, Selection } from '../database/selection.js';

/** What was asked, by the field of the document that asked it: a document that is asked again is the same object. */
const remembered = new WeakMap<FieldNode, Selection>();

/** What the client asked of the field being resolved, with fragments opened and equal keys merged. */
export function selectionOf(info: GraphQLResolveInfo): Selection {
  const [node, ...more] = info.fieldNodes;
  const known = node && more.length === 0 ? remembered.get(node) : undefined;
  if (known) return known;
  const selection = merged(
    info,
    info.fieldNodes.flatMap(({ selectionSet }) => (selectionSet ? [selectionSet] : [])),
  );
  // What is skipped or included hangs on the variables, and may be something else the next time.
  if (node && more.length === 0 && !hangsOnVariables(info)) remembered.set(node, selection);
  return selection;
}

function hangsOnVariables({ operation, fragments }: GraphQLResolveInfo): boolean {
  let hangs = false;
  for (const part of [operation, ...Object.values(fragments)])
    visit(part, { Field: { enter: note }, InlineFragment: { enter: note }, FragmentSpread: { enter: note } });
  return hangs;

  function note({ directives }: SelectionNode): void {
    hangs ||= (directives?.length ?? 0) > 0;
  }
}

function merged(info: GraphQLResolveInfo, sets: readonly SelectionSetNode[]): Selection {
  const opened = new Set<string>();
  const nodes = sets.flatMap((set) => fieldsOf(info, set, opened));
  const byKey = Map.groupBy(nodes, (node) => node.alias?.value ?? node.name.value);
  const fields = [...byKey].map(([key, same]): SelectedField => {
    const children = same.flatMap((node) => (node.selectionSet ? [node.selectionSet] : []));
    return { key, name: same[0]!.name.value, children: children.length > 0 ? merged(info, children) : null };
  });
  return { fields: fields.filter((field) => !field.name.startsWith('__')) };
}

/** A fragment is opened once at each level: opening it again would add nothing but work. */
function fieldsOf(info: GraphQLResolveInfo, set: SelectionSetNode, opened: Set<string>): FieldNode[] {
  return set.selections
    .filter((node) => isIncluded(info, node))
    .flatMap((node) => {
      if (node.kind === Kind.FIELD) return [node];
      if (node.kind === Kind.INLINE_FRAGMENT) return fieldsOf(info, node.selectionSet, opened);
      const fragment = info.fragments[node.name.value];
      if (!fragment || opened.has(node.name.value)) return [];
      opened.add(node.name.value);
      return fieldsOf(info, fragment.selectionSet, opened);
    });
}

function isIncluded(info: GraphQLResolveInfo, node: SelectionNode): boolean {
  const skip = getDirectiveValues(GraphQLSkipDirective, node, info.variableValues);
  const include = getDirectiveValues(GraphQLIncludeDirective, node, info.variableValues);
  return skip?.['if'] !== true && include?.['if'] !== false;
}
