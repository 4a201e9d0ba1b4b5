package dev.lifeline.emulator.world;

/** What an account may administer in its tenant. */
public enum DirectoryRole {
  /** Registrations, service principals, and consent to delegated permissions. */
  APPLICATION_ADMINISTRATOR
}
