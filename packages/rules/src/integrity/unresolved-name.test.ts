import { describeRule } from '../testing/describe-rule.ts';
import { rule } from './unresolved-name.ts';

describeRule(rule);
