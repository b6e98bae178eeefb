import { describeRule } from '../testing/describe-rule.ts';
import { rule } from './ambiguous-name.ts';

describeRule(rule);
