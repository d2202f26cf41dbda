export default function Soon(_: { readonly caseId?: string; readonly sessionId?: string }) { return null; }
