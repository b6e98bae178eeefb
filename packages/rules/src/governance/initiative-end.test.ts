import { describeRule } from '../testing/describe-rule.ts';
import { rule } from './initiative-end.ts';

describeRule(rule);
