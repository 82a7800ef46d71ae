/**
 * What `/health` says.
 * @module
 */
import * as v from 'valibot';

export const HealthSchema = v.object({
  status: v.literal('ok'),
  engine: v.pipe(v.string(), v.description('Version of the program.')),
  rulesVersion: v.string(),
  protection: v.pipe(
    v.object({
      keys: v.pipe(
        v.boolean(),
        v.description('Whether /v1 wants a key. If not, it is open to all.'),
      ),
      rateLimit: v.boolean(),
    }),
    v.description('What the deployment has configured.'),
  ),
});

export type Health = v.InferOutput<typeof HealthSchema>;
