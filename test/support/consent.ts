import type { Person } from '../../src/commands/scenario/person.js';
import { inDays } from './house.js';

/** What a Hello Work office is told of a client who looks for work. */
export const FOR_WORK = ['EMPLOYMENT', 'EDUCATION', 'CONSULTATION', 'IDENTITY'] as const;

export const agencyNamed = async (person: Person, name: string): Promise<string> => {
  const { agencies } = await person.ask<{ agencies: { id: string; name: string }[] }>('{ agencies { id name } }');
  return agencies.find((agency) => agency.name === name)!.id;
};

/** Records the client's signed consent to telling an agency outside the municipality. Brings back its id. */
export async function consentTo(keyPerson: Person, caseId: string, agency = 'ハローワーク三鷹', more: object = {}): Promise<string> {
  const { case: found } = await keyPerson.ask('query ($id: Uuid!) { case(id: $id) { household { members { id relation } } } }', {
    id: caseId,
  });
  const { id: memberId } = found.household.members.find(({ relation }: { relation: string }) => relation === 'SUBJECT');
  const agencyIds = [await agencyNamed(keyPerson, agency)];
  const form = {
    caseId,
    memberId,
    agencyIds,
    categories: FOR_WORK,
    purpose: 'EMPLOYMENT',
    evidence: 'SIGNED_FORM',
    givenOn: inDays(0),
    ...more,
  };
  return (await keyPerson.do('recordConsent', form)).id;
}
