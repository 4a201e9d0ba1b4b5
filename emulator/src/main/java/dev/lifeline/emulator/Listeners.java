package dev.lifeline.emulator;

/**
 * The open ports.
 *
 * @param entra Entra ID's
 * @param lcs LCS's
 * @param graph Microsoft Graph's
 * @param blob blob storage's; open and silent when a real blob service is used
 * @param admin the admin endpoint's
 * @param otherLcs LCS's in another geography
 */
record Listeners(
    Listener entra,
    Listener lcs,
    Listener graph,
    Listener blob,
    Listener admin,
    Listener otherLcs) {}
