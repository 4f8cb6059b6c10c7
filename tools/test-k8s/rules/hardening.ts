import { find, type Rule } from "./rule.ts";
import { workloads } from "./workloads.ts";

/** The `restricted` standard of Kubernetes, and what it leaves open: the root file system, tokens, bounds. */
export const hardening: Rule = {
  name: "no pod has more rights, or takes more, than it needs",
  problems: (manifests) =>
    workloads(manifests).flatMap(({ owner, name, pod, container, isOurs }) => {
      const { securityContext: rights = {}, resources = {} } = container;
      const lacks: [boolean, string][] = [
        [pod.securityContext?.runAsNonRoot === true, "may be root"],
        [pod.securityContext?.runAsUser > 0, "has no user of its own"],
        [pod.securityContext?.seccompProfile?.type === "RuntimeDefault", "has no seccomp profile"],
        [rights.allowPrivilegeEscalation === false, "may gain privileges"],
        [rights.capabilities?.drop?.includes("ALL") && !rights.capabilities.add, "has capabilities"],
        [rights.readOnlyRootFilesystem === true || !isOurs, "writes to its image"],
        [!rights.privileged && !pod.hostNetwork && !pod.hostPID, "has the node's rights"],
        [pod.automountServiceAccountToken === false, "gets a token for the API server"],
        [!isOurs || pod.serviceAccountName !== undefined, "has no service account of its own"],
        [pod.containers.length === 1 && !pod.initContainers, "has containers that nobody checked"],
        ...["cpu", "memory"].flatMap((what): [boolean, string][] => [
          [Boolean(resources.requests?.[what]), `requests no ${what}`],
          [Boolean(resources.limits?.[what]), `has no limit of ${what}`],
        ]),
      ];
      if (isOurs && pod.serviceAccountName) {
        const account = find(manifests, "ServiceAccount", pod.serviceAccountName);
        lacks.push([account.automountServiceAccountToken === false, "mounts its account's token"]);
        const service = owner.metadata.name.replace(/-migrate$/, "");
        lacks.push([account.metadata.name === service, "runs as somebody else"]);
      }
      return lacks.filter(([good]) => !good).map(([, lack]) => `${name} ${lack}`);
    }),
  slips: [
    {
      name: "auth may write to its image",
      make: (all) => {
        find(
          all,
          "Deployment",
          "auth",
        ).spec.template.spec.containers[0].securityContext.readOnlyRootFilesystem = false;
      },
    },
    {
      name: "a migration keeps a capability",
      make: (all) => {
        find(all, "Job", "upload-migrate").spec.template.spec.containers[0].securityContext.capabilities = {};
      },
    },
    {
      name: "chatbot has no limit of memory",
      make: (all) => {
        delete find(all, "Deployment", "chatbot").spec.template.spec.containers[0].resources.limits.memory;
      },
    },
    {
      name: "edge gets a token",
      make: (all) => {
        find(all, "Deployment", "edge").spec.template.spec.automountServiceAccountToken = true;
      },
    },
    {
      name: "analytics runs as upload",
      make: (all) => {
        find(all, "Deployment", "analytics").spec.template.spec.serviceAccountName = "upload";
      },
    },
    {
      name: "a container beside it",
      make: (all) => {
        find(all, "Deployment", "upload").spec.template.spec.containers.push({
          name: "shell",
          image: "shell",
        });
      },
    },
  ],
};
