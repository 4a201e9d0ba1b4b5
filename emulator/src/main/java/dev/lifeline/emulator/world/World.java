package dev.lifeline.emulator.world;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The one world behind all services. Each change is atomic and, where there is a state folder, on
 * disk when the method returns. Thread-safe.
 */
public final class World {

  private static final int LOCK_AFTER = 10;
  private static final Duration LOCK_FOR = Duration.ofMinutes(1);

  private final WorldClock clock;
  private final @Nullable WorldFile file;
  private final DeviceCodes deviceCodes;
  private WorldState state;

  /**
   * A world that goes on from a state.
   *
   * @param state where it goes on from
   * @param clock its clock, set to the state's pace
   * @param file where each change is kept, null to forget everything at the end
   */
  public World(WorldState state, WorldClock clock, @Nullable WorldFile file) {
    this.clock = clock;
    this.file = file;
    this.deviceCodes = new DeviceCodes(clock);
    this.state = state;
    if (file != null) {
      file.write(state);
    }
  }

  /** The world's clock. */
  public WorldClock clock() {
    return clock;
  }

  /** The world as it is now. */
  public synchronized WorldState state() {
    return state;
  }

  /** What Entra ID knows now of the tenant that a newcomer finds. */
  public Directory directory() {
    return state().directory();
  }

  /** What Entra ID knows now of each tenant. */
  public List<Directory> directories() {
    return state().directories();
  }

  /** The tenant that a user name belongs to, by its domain; the account need not exist. */
  public Optional<Directory> directoryOfUser(String username) {
    return directories().stream().filter(it -> it.tenant().owns(username)).findFirst();
  }

  /** The tenant with that id or domain. */
  public Optional<Directory> directoryOfTenant(String idOrDomain) {
    return directories().stream().filter(it -> it.tenant().isNamed(idOrDomain)).findFirst();
  }

  /** The tenant that holds the account with that object id. */
  public Optional<Directory> directoryOfAccount(UUID id) {
    return directories().stream().filter(it -> it.account(id).isPresent()).findFirst();
  }

  /** The sign-ins that wait for a browser. */
  public DeviceCodes deviceCodes() {
    return deviceCodes;
  }

  /** What LCS knows now. */
  public Lifecycle lifecycle() {
    return state().lifecycle();
  }

  /** The settings that hold now. */
  public WorldSettings settings() {
    return state().settings();
  }

  /** Changes what Entra ID knows of the tenant that a newcomer finds. */
  public synchronized void changeDirectory(UnaryOperator<Directory> change) {
    keep(state.with(change.apply(state.directory())));
  }

  /**
   * Changes what Entra ID knows of one tenant.
   *
   * @throws IllegalArgumentException if there is no such tenant
   */
  public synchronized void changeDirectory(UUID tenantId, UnaryOperator<Directory> change) {
    Directory directory =
        directoryOfTenant(tenantId.toString())
            .orElseThrow(() -> new IllegalArgumentException("there is no such tenant"));
    keep(state.with(change.apply(directory)));
  }

  /** Changes what LCS knows. */
  public synchronized void changeLifecycle(UnaryOperator<Lifecycle> change) {
    keep(state.with(change.apply(state.lifecycle())));
  }

  /** Changes the settings. */
  public synchronized void changeSettings(UnaryOperator<WorldSettings> change) {
    keep(state.with(change.apply(state.settings())));
  }

  /** From now on the world ages at another scale. */
  public synchronized void changeTimeScale(double scale) {
    keep(state.with(clock.changeScale(scale)));
  }

  /** Counts a wrong password; the tenth in a row locks the account for a minute. */
  public synchronized void wrongPassword(Account account) {
    Instant locked = clock.now().plus(LOCK_FOR);
    changeAccount(account, it -> it.withWrongPassword(LOCK_AFTER, locked));
  }

  /** Forgets the wrong passwords. */
  public synchronized void rightPassword(Account account) {
    if (account.wrongPasswords() > 0 || account.lockedUntil() != null) {
      changeAccount(account, Account::withRightPassword);
    }
  }

  /** Gives an account another password; what was issued for the old one is void from now on. */
  public synchronized void changePassword(Account account, Password password) {
    Instant now = clock.now();
    changeAccount(account, it -> it.withPassword(password, now));
  }

  private void changeAccount(Account account, UnaryOperator<Account> change) {
    directoryOfAccount(account.id())
        .ifPresent(
            directory ->
                keep(
                    state.with(
                        directory.with(
                            change.apply(directory.account(account.id()).orElse(account))))));
  }

  /** The operation that is under way on an environment. */
  public synchronized Optional<Operation> running(Environment environment) {
    Duration age = clock.age();
    return state.lifecycle().history(environment.id()).stream()
        .filter(it -> !it.hasEnded(age))
        .findFirst();
  }

  /** Whether an environment was stopped and not started again; on the way there it counts too. */
  public synchronized boolean isStopped(Environment environment) {
    Duration age = clock.age();
    return state.lifecycle().history(environment.id()).stream()
        .filter(it -> it.kind().isPower())
        .filter(it -> !it.hasEnded(age) || it.hasSucceeded(age))
        .findFirst()
        .filter(it -> it.kind() == OperationKind.STOP)
        .isPresent();
  }

  /**
   * Starts an operation, unless its environment is being serviced already: then nothing happens and
   * the answer is empty. Its end is the next that was ordered, or the one that its name says.
   */
  public synchronized Optional<Operation> start(
      Environment environment, Work work, UUID activityId) {
    if (running(environment).isPresent()) {
      return Optional.empty();
    }
    List<Outcome> ordered = state.lifecycle().nextOutcomes();
    Operation operation =
        new Operation(
            activityId,
            environment.project(),
            environment.id(),
            work,
            ordered.isEmpty() ? Outcome.ofName(work.name()) : ordered.get(0),
            clock.now(),
            clock.age());
    changeLifecycle(it -> it.with(operation).withNextOutcomes(ordered.stream().skip(1).toList()));
    return Optional.of(operation);
  }

  private void keep(WorldState changed) {
    if (file != null) {
      file.write(changed);
    }
    state = changed;
  }
}
