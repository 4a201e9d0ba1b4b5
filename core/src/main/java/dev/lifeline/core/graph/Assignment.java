package dev.lifeline.core.graph;

/**
 * Who is assigned to an application (Graph: appRoleAssignment).
 *
 * @param principalId the account or group
 * @param group whether it is a group
 */
public record Assignment(String principalId, boolean group) {}
