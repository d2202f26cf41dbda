import type { ApolloServerPlugin, BaseContext } from '@apollo/server';
import { Kind } from 'graphql';
import { ongoing } from '../operations/ongoing.js';

/** Tells logs and metrics which field was asked for, and with which codes it was refused. What a client calls its question may say anything, and is not told. */
export const noticing: ApolloServerPlugin<BaseContext> = {
  requestDidStart: async () => ({
    didResolveOperation: async ({ operation }) => {
      const request = ongoing();
      const first = operation?.selectionSet.selections.find((field) => field.kind === Kind.FIELD);
      if (request && operation) request.operation = `${operation.operation} ${first?.name.value ?? 'fragment'}`;
    },
    willSendResponse: async ({ response: { body } }) => {
      if (body.kind !== 'single') return;
      for (const { extensions } of body.singleResult.errors ?? [])
        ongoing()?.refusals.push((extensions?.['code'] as string | undefined) ?? 'INTERNAL');
    },
  }),
};
