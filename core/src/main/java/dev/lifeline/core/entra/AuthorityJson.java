package dev.lifeline.core.entra;

import org.jspecify.annotations.Nullable;

/** The OpenID configuration of a tenant, as far as it tells tenants and clouds apart. */
record AuthorityJson(
    @Nullable String tokenEndpoint,
    @Nullable String tenantRegionScope,
    @Nullable String tenantRegionSubScope) {}
