import { Field, InputType } from '@nestjs/graphql';
import type { Work } from '../../database/work.js';
import { Kana, ShortText } from '../../graphql/scalars.js';
import { Staff } from './staff.entity.js';

@InputType()
export class AddServiceInput {
  @Field(() => ShortText) name: string;
  @Field(() => Kana) kana: string;
}

/** Adds a program of an agency. It is posted and seated like a colleague, has no password, and signs in by tokens that an administrator issues. */
export async function addService(work: Work, { name, kana }: AddServiceInput): Promise<Staff> {
  work.must('administer', {}, Staff);
  const service = await work.insert(Staff, { name, kana, isService: true });
  work.record('service.added', service);
  return service;
}
