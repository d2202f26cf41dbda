import { Code, Count, Fact, Id, Table } from '../../graphql/columns.js';
import type { Row } from '../../database/work.js';
import { Profession } from '../people/posting.entity.js';

@Table('sign_in_rule', 'Whether those who are posted as something have to prove who they are twice.')
export class SignInRule implements Row {
  @Id() id: string;
  @Code(Profession, { responsible: true }) profession: keyof typeof Profession;
  @Fact({ responsible: true }) needsSecondFactor: boolean;
  @Count() version: number;
}
