/**
 * HTTP: the server, a request as the nouns see it, a reply, and how a refusal looks. The only user
 * of Javalin and Jetty. Depends on nothing else of the hub.
 */
@NullMarked
package dev.lifeline.hub.web;

import org.jspecify.annotations.NullMarked;
