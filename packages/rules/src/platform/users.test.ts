import { describeRule } from '../testing/describe-rule.ts';
import { rule } from './users.ts';

describeRule(rule);
