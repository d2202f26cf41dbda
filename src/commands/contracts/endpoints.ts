import { ModulesContainer } from '@nestjs/core';
import type { INestApplication } from '@nestjs/common';
import { DECLARED, type Declaration } from '../../graphql/allow.js';

const RESOLVER_TYPE = 'graphql:resolver_type';
const RESOLVER_NAME = 'graphql:resolver_name';

interface Endpoint {
  readonly operation: string;
  readonly declared: Declaration;
}

/** Every query and mutation with what it declares. Throws for one that declares nothing. */
export function listEndpoints(nest: INestApplication): Endpoint[] {
  const prototypes = new Set(
    [...nest.get(ModulesContainer).values()].flatMap((module) =>
      [...module.providers.values()].flatMap(({ metatype }) => (metatype?.prototype ? [metatype.prototype as object] : [])),
    ),
  );
  return [...prototypes]
    .flatMap((prototype) => Object.getOwnPropertyNames(prototype).flatMap((name) => endpointAt(prototype, name)))
    .sort((a, b) => a.operation.localeCompare(b.operation));
}

function endpointAt(prototype: object, name: string): Endpoint[] {
  const method: unknown = Object.getOwnPropertyDescriptor(prototype, name)?.value;
  if (typeof method !== 'function') return [];
  const type = Reflect.getMetadata(RESOLVER_TYPE, method) as string | undefined;
  if (type !== 'Query' && type !== 'Mutation') return [];
  const declared = Reflect.getMetadata(DECLARED, method) as Declaration | undefined;
  const operation = `${type} ${(Reflect.getMetadata(RESOLVER_NAME, method) as string | undefined) ?? name}`;
  if (!declared) throw new Error(`${operation} declares nothing: add @Allow(action, subject).`);
  return [{ operation, declared }];
}

/** The endpoints as a page: a diff of it is a change of permissions. */
export function endpointsOf(nest: INestApplication): string {
  const rows = listEndpoints(nest).map(({ operation, declared }) => `| ${operation} | ${declared.action} | ${declared.subject} |`);
  return ['# What each endpoint asks of the rules', '', '| operation | action | subject |', '| --- | --- | --- |', ...rows, ''].join('\n');
}
