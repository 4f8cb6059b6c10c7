/**
 * Runs in a network namespace of its own (see traffic.k8s.test.ts); the folder for everything is its argument. The
 * tests of each file go on where those before it ended: they share one mesh.
 */
import "./auth-traffic.ts";
import "./figures-traffic.ts";
import "./keys-traffic.ts";
import "./door-traffic.ts";
import "./person-traffic.ts";
