import {
  getDirectiveValues,
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  Kind,
  type FieldNode,
  type GraphQLResolveInfo,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import type { SelectedField, Selection } from '../database/selection.js';

/** What the client asked of the field being resolved, with fragments opened and equal keys merged. */
export function selectionOf(info: GraphQLResolveInfo): Selection {
  return merged(
    info,
    info.fieldNodes.flatMap((node) => (node.selectionSet ? [node.selectionSet] : [])),
  );
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
