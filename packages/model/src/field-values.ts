import type {
  Allow,
  Duration,
  Holder,
  Intake,
  Interim,
  Link,
  Measure,
  Member,
  Moment,
  Money,
  PersonalData,
  PhaseChange,
  Ref,
  Responsibility,
  Transition,
  Use,
  Weighed,
} from './elements.ts';

/** The type that each type of field holds, see the types of the elements: a test holds them against the schema. */
export interface FieldValues {
  readonly string: string;
  readonly ref: Ref;
  readonly word: { readonly value: string };
  readonly text: { readonly value: string };
  readonly number: { readonly value: number };
  readonly flag: object;
  readonly money: Money;
  readonly moment: Moment;
  readonly duration: Duration;
  readonly link: Link;
  readonly measure: Measure;
  readonly responsibility: Responsibility;
  readonly use: Use;
  readonly holder: Holder;
  readonly member: Member;
  readonly interim: Interim;
  readonly 'personal-data': PersonalData;
  readonly intake: Intake;
  readonly transition: Transition;
  readonly weighed: Weighed;
  readonly allow: Allow;
  readonly change: PhaseChange;
}
