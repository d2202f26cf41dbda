/** What a person is posted as. Japanese terms in `docs/glossary.md`. */
export const PROFESSIONS = [
  'CASEWORKER',
  'CHILD_CASEWORKER',
  'PUBLIC_HEALTH_NURSE',
  'HELLO_WORK_NAVIGATOR',
  'SINGLE_PARENT_SUPPORT_WORKER',
  'EMPLOYMENT_SPECIALIST',
  'EMPLOYMENT_SUPPORT_WORKER',
  'PROGRAMME_PLANNER',
  'CONSULTATION_SUPPORT_WORKER',
  'WOMENS_COUNSELLOR',
  'COUNSELLOR',
  'COORDINATOR',
  'CLERK',
  'MANAGER',
  'SYSTEM_ADMINISTRATOR',
  'INFORMATION_OFFICER',
] as const;
export type Profession = (typeof PROFESSIONS)[number];

/** Professions that receive clients at a desk of the municipality and may open a case. */
export const INTAKE_PROFESSIONS: readonly Profession[] = [
  'CASEWORKER',
  'CHILD_CASEWORKER',
  'PUBLIC_HEALTH_NURSE',
  'SINGLE_PARENT_SUPPORT_WORKER',
  'CONSULTATION_SUPPORT_WORKER',
  'WOMENS_COUNSELLOR',
];

/** Professions that take part in cases. Managers oversee them, administrators run the system, information officers keep its policy: none holds a seat. */
export const ON_CASE_PROFESSIONS: readonly Profession[] = PROFESSIONS.filter(
  (profession) => !['MANAGER', 'SYSTEM_ADMINISTRATOR', 'INFORMATION_OFFICER'].includes(profession),
);
