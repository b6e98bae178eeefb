import { describeRule } from '../testing/describe-rule.ts';
import { rule } from './wrong-kind.ts';

describeRule(rule);
