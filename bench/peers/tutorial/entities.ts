// The floor's tables as entities, each at once a type of the API: code first, as the tutorials of NestJS show it.
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Column, Entity, JoinColumn, ManyToOne, OneToMany, PrimaryColumn, PrimaryGeneratedColumn, type Relation } from 'typeorm';

@ObjectType()
@Entity('agency')
export class Agency {
  @Field(() => ID) @PrimaryColumn('uuid') id: string;
  @Field() @Column() name: string;
}

@ObjectType()
@Entity('staff')
export class Staff {
  @Field(() => ID) @PrimaryColumn('uuid') id: string;
  @Field() @Column() name: string;
  @Column('uuid', { name: 'agency_id' }) agencyId: string;
}

@ObjectType()
@Entity('client_case')
export class ClientCase {
  @Field(() => ID) @PrimaryColumn('uuid') id: string;
  @Field() @Column() number: string;
  @Field() @Column() headline: string;
  @Field() @Column() status: string;
  @Field() @Column({ name: 'client_name' }) clientName: string;
  @Field({ nullable: true }) @Column({ name: 'health_note' }) healthNote: string;
  @Field({ nullable: true }) @Column({ name: 'employment_note' }) employmentNote: string;
  @Column('uuid', { name: 'key_person_id' }) keyPersonId: string;
  @OneToMany(() => CaseMember, (member) => member.case) members: Relation<CaseMember[]>;
}

@ObjectType()
@Entity('case_member')
export class CaseMember {
  @Field(() => ID) @PrimaryColumn('uuid') id: string;
  @Field() @Column() role: string;
  @Column('uuid', { name: 'case_id' }) caseId: string;
  @Column('uuid', { name: 'staff_id' }) staffId: string;
  @ManyToOne(() => ClientCase, (of) => of.members) @JoinColumn({ name: 'case_id' }) case: Relation<ClientCase>;
}

@ObjectType()
@Entity('conference')
export class Conference {
  @Field(() => ID) @PrimaryColumn('uuid') id: string;
  @Field() @Column('timestamptz', { name: 'held_at' }) heldAt: Date;
  @Column('uuid', { name: 'case_id' }) caseId: string;
  @Column('uuid', { name: 'key_person_id' }) keyPersonId: string;
}

@ObjectType()
@Entity('decision')
export class Decision {
  @Field(() => ID) @PrimaryColumn('uuid') id: string;
  @Field() @Column() body: string;
  @Column('uuid', { name: 'conference_id' }) conferenceId: string;
}

@ObjectType()
@Entity('task')
export class Task {
  @Field(() => ID) @PrimaryColumn('uuid') id: string;
  @Field() @Column() title: string;
  @Field() @Column() status: string;
  @Field() @Column('date', { name: 'due_on' }) dueOn: string;
  @Field(() => Int) @Column('int') version: number;
  @Column('uuid', { name: 'case_id' }) caseId: string;
  @Column('uuid', { name: 'owner_id' }) ownerId: string;
  @Column('uuid', { name: 'agency_id' }) agencyId: string;
  @Column({ name: 'is_open', insert: false, update: false }) isOpen: boolean;
  @ManyToOne(() => ClientCase) @JoinColumn({ name: 'case_id' }) case: Relation<ClientCase>;
}

@Entity('trail')
export class Trail {
  @PrimaryGeneratedColumn() id: number;
  @Column('uuid', { name: 'staff_id' }) staffId: string;
  @Column('uuid', { name: 'case_id' }) caseId: string;
  @Column('uuid', { name: 'task_id' }) taskId: string;
  @Column() action: string;
  @Column('jsonb') before: object;
  @Column('jsonb') after: object;
}

export const ENTITIES = [Agency, Staff, ClientCase, CaseMember, Conference, Decision, Task, Trail];
