package dev.lifeline.emulator.entra;

import dev.lifeline.emulator.world.Account;
import dev.lifeline.emulator.world.Directory;
import java.util.Set;

/**
 * Who has signed in.
 *
 * @param directory the tenant
 * @param account the account, which may be used
 * @param proof how
 * @param agreed the permissions that were agreed to at an earlier sign-in which goes on
 */
record SignedIn(Directory directory, Account account, Proof proof, Set<String> agreed) {

  SignedIn {
    agreed = Set.copyOf(agreed);
  }

  SignedIn(Directory directory, Account account, Proof proof) {
    this(directory, account, proof, Set.of());
  }
}
