import { describeRule } from '../testing/describe-rule.ts';
import { rule } from './layer-scope.ts';

describeRule(rule);
