package dev.lifeline.hub.model;

/**
 * Who somebody is at a provider of OpenID Connect.
 *
 * @param issuer the provider, as it calls itself
 * @param subject what it calls the person; never means somebody else
 */
public record ProviderAccount(String issuer, String subject) {}
