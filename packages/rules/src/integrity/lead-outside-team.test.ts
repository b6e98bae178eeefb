import { describeRule } from '../testing/describe-rule.ts';
import { rule } from './lead-outside-team.ts';

describeRule(rule);
