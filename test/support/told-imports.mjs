// Preloaded into a program: says on standard error which modules of OpenTelemetry it loads.
import { registerHooks } from 'node:module';

registerHooks({
  resolve(specifier, context, next) {
    if (specifier.startsWith('@opentelemetry/')) process.stderr.write(`loads ${specifier}\n`);
    return next(specifier, context);
  },
});
