package dev.lifeline.core.graph;

/**
 * An account in the directory (Graph: user).
 *
 * @param id its id
 * @param username its sign-in name (UPN)
 * @param detailed whether Graph told more than id and name; the rest means nothing otherwise
 * @param enabled whether it may sign in
 * @param guest whether it is a member of another tenant
 * @param synced whether it comes from an on-premises directory
 */
public record DirectoryUser(
    String id, String username, boolean detailed, boolean enabled, boolean guest, boolean synced) {}
