package dev.lifeline.core.credential;

import dev.lifeline.core.connection.ConnectionFolder;
import dev.lifeline.core.connection.SavedConnection;
import dev.lifeline.core.connection.UsableConnection;
import dev.lifeline.core.entra.SignIn;
import dev.lifeline.core.model.Credential;
import dev.lifeline.core.model.DeviceCode;
import dev.lifeline.core.model.Secret;
import dev.lifeline.core.model.SignInMethod;
import dev.lifeline.core.problem.LifelineException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Gives stored connections a new password, or a new sign-in by device code, and ends changes that
 * were cut off. What is stored is replaced only by what has just worked. Thread-safe.
 */
public final class PasswordRotation {
  /**
   * How long another process may be at a change, with its time limits and repetitions, and Entra
   * ID's replicas may contradict each other. Until then nothing is forgotten.
   */
  private static final Duration RECENT = Duration.ofMinutes(10);

  private final ConnectionFolder folder;
  private final Proof proof;
  private final DeviceCodeEnrolment enrolment;
  private final InstantSource clock;

  public PasswordRotation(
      ConnectionFolder folder, SignIn signIn, DeviceCodeEnrolment enrolment, InstantSource clock) {
    this.folder = folder;
    this.proof = new Proof(signIn);
    this.enrolment = enrolment;
    this.clock = clock;
  }

  /**
   * Signs in with a password that the account has got elsewhere, once, and stores it when that
   * worked. A change that was cut off ends with it.
   *
   * @throws LifelineException CONNECTION_NOT_FOUND; CONNECTION_INVALID for a password that no
   *     sign-in accepts; USAGE_WRONG for a connection that signs in by device code; or why the
   *     sign-in failed; the stored password stays then
   */
  public void replace(String name, Secret newPassword) {
    SavedConnection saved = folder.get(name);
    if (saved.signIn() != SignInMethod.PASSWORD) {
      throw CredentialFaults.noPassword(saved).raise();
    }
    Credential credential = new Credential.Password(newPassword);
    UsableConnection wellFormed = new UsableConnection(saved.connection(), credential);
    proof.signIn(saved, newPassword);
    folder.replace(wellFormed.connection(), credential);
  }

  /**
   * Lets a person sign in again by device code, and stores what stands for that.
   *
   * @param show shows the code to the person
   * @throws LifelineException CONNECTION_NOT_FOUND; USAGE_WRONG for a connection that signs in with
   *     a password; or as {@link DeviceCodeEnrolment#enrol}; what is stored stays then
   */
  public void signInAgain(String name, Consumer<DeviceCode> show) {
    SavedConnection saved = folder.get(name);
    if (saved.signIn() != SignInMethod.DEVICE_CODE) {
      throw CredentialFaults.noDeviceCode(saved).raise();
    }
    folder.replace(saved.connection(), enrolment.enrol(saved.connection(), show));
  }

  /**
   * Finds out how a change of password that was cut off ended, by signing in with the new password
   * and then with the old one, each once, and ends it. When the connection has no such change,
   * nothing is sent.
   *
   * @throws LifelineException PASSWORD_CHANGE_UNFINISHED when neither works; another code when a
   *     sign-in failed for another reason; both passwords are kept then
   */
  public Settlement settle(String name) {
    Optional<Secret> next = folder.unfinishedChange(name);
    if (next.isEmpty()) {
      return Settlement.NOTHING;
    }
    SavedConnection saved = folder.get(name);
    boolean recent = folder.unfinishedSince(name).filter(this::isRecent).isPresent();
    if (proof.isRight(saved, next.get())) {
      folder.finishChange(name);
      return Settlement.FINISHED;
    }
    if (recent) {
      return Settlement.LEFT;
    }
    if (proof.isRight(saved, folder.open(name).credential().secret())) {
      folder.undoChange(name);
      return Settlement.UNDONE;
    }
    throw CredentialFaults.neitherWorks(saved).raise();
  }

  private boolean isRecent(Instant begun) {
    return clock.instant().isBefore(begun.plus(RECENT));
  }
}
