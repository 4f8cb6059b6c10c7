/**
 * Prints the secrets of the dev overlay, made anew, for kubectl:
 *
 *   npm run -s k8s:dev-secrets | kubectl apply -f -
 *
 * Once per cluster: stores keep the passwords with which they were made.
 */
import { devSecrets } from "./secrets.ts";

console.log(JSON.stringify({ apiVersion: "v1", kind: "List", items: devSecrets() }, undefined, 2));
