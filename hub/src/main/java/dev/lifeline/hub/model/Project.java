package dev.lifeline.hub.model;

import java.util.UUID;

/**
 * A project of an organization; not one of LCS. Its name compares without case.
 *
 * @param organization the organization's id
 */
public record Project(UUID id, UUID organization, String name) {}
