import { capitalised, type Diagnostic, type Severity, type Span } from '../../diagnostics/index.ts';

/**
 * Makes a finding of a check: what is wrong, where (the first place is the finding's own), why it matters and how to
 * mend it.
 */
export function finding(
  severity: Severity,
  code: string,
  message: string,
  spans: Span[],
  why: string,
  help: string,
): Diagnostic {
  return { code, severity, message, spans, why, help: capitalised(help) };
}
