import { Count, Fact, Id, Line, Listed, Many, Reading, Table } from '../../graphql/columns.js';
import type { Row } from '../../database/work.js';
import { Posting } from './posting.entity.js';

@Listed()
@Table('staff', 'A person who works for an agency (職員・支援員).')
export class Staff implements Row {
  @Id() id: string;
  @Line() name: string;
  @Reading() kana: string;
  /** A program of an agency's own: it holds postings and seats like anybody, and signs in by tokens alone. */
  @Fact() isService: boolean;
  @Count() version: number;
  @Many(() => Posting, 'staffId', ['-since', 'id']) postings?: Posting[];
}
