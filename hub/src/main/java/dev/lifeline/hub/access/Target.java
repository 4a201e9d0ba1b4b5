package dev.lifeline.hub.access;

/** What a route is about, and so on what its power is needed. */
enum Target {
  /** The hub as a whole. */
  HUB,
  /** The organization in the path. */
  ORGANIZATION,
  /** The project in the path; to a caller with no role in it there is none. */
  PROJECT,
  /** The connection in the path, in the project in the path or else in any; there must be one. */
  CONNECTION,
  /** As CONNECTION; when there is none, the answer is {@code 200 null}. */
  CONNECTION_OR_NULL,
  /** What the body or the query names: the noun asks for the power on each. */
  NAMED_WITHIN
}
