/**
 * A provider of OpenID Connect, such as Entra ID or Keycloak: where its people sign in, and who
 * came back. The only user of Nimbus. May depend on model.
 */
@NullMarked
package dev.lifeline.hub.provider;

import org.jspecify.annotations.NullMarked;
