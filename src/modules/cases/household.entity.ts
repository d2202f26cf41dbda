import { Count, Id, Many, Table } from '../../graphql/columns.js';
import type { Row } from '../../database/work.js';
import { HouseholdMember } from './household-member.entity.js';

@Table('household', 'A household (世帯): the support subject and those who live with them.')
export class Household implements Row {
  @Id() id: string;
  @Count() version: number;
  @Many(() => HouseholdMember, 'householdId', ['relation', 'bornOn', 'id']) members?: HouseholdMember[];
}
