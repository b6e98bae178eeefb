import { describeRule } from '../testing/describe-rule.ts';
import { rule } from './misplaced-statement.ts';

describeRule(rule);
