package dev.lifeline.core;

import dev.lifeline.core.connection.ServiceConnection;
import dev.lifeline.core.connection.UsableConnection;
import dev.lifeline.core.entra.Account;
import dev.lifeline.core.entra.Scope;
import dev.lifeline.core.entra.SignIn;
import dev.lifeline.core.entra.SignInListener;
import dev.lifeline.core.entra.TokenSource;
import dev.lifeline.core.event.Event;
import dev.lifeline.core.http.JdkTransport;
import dev.lifeline.core.http.Retries;
import dev.lifeline.core.http.RetryPolicy;
import dev.lifeline.core.http.RetryingTransport;
import dev.lifeline.core.http.TimeLimits;
import dev.lifeline.core.http.Transport;
import dev.lifeline.core.lcs.LcsClient;
import dev.lifeline.core.model.ApiEndpoint;
import dev.lifeline.core.model.AssetId;
import dev.lifeline.core.model.AuthenticationEndpoint;
import dev.lifeline.core.model.ClientId;
import dev.lifeline.core.model.Credential;
import dev.lifeline.core.model.EnvironmentId;
import dev.lifeline.core.model.NetworkSettings;
import dev.lifeline.core.model.ProjectId;
import dev.lifeline.core.model.Secret;
import dev.lifeline.core.rate.Caller;
import dev.lifeline.core.rate.Ledger;
import dev.lifeline.core.rate.RateBudget;
import dev.lifeline.core.testing.ManualTime;
import dev.lifeline.emulator.BlobEndpoint;
import dev.lifeline.emulator.Emulator;
import dev.lifeline.emulator.EmulatorSettings;
import dev.lifeline.emulator.scenario.Fault;
import dev.lifeline.emulator.scenario.FaultAction;
import dev.lifeline.emulator.scenario.Received;
import dev.lifeline.emulator.token.TokenKey;
import dev.lifeline.emulator.world.SigningKey;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * An emulator, and Lifeline before it; both live in the time that the test moves. It begins now,
 * because the certificate has to be valid.
 */
public final class Lab implements AutoCloseable {
  public static final ProjectId PROJECT = new ProjectId(1234567);
  public static final String WORKING_ACCOUNT = "deploy";

  private static final SigningKey KEY = TokenKey.generate(new SecureRandom());

  public final ManualTime time =
      new ManualTime(InstantSource.system().instant().truncatedTo(ChronoUnit.SECONDS));
  public final List<Event> events = new CopyOnWriteArrayList<>();
  public final Emulator emulator;
  private final RetryingTransport transport;
  private final List<Runnable> closings = new CopyOnWriteArrayList<>();

  /** With the emulator's own blob service. */
  public Lab() throws IOException {
    this(null);
  }

  /** With a real blob service. */
  public Lab(@Nullable BlobEndpoint blobs) throws IOException {
    EmulatorSettings settings = EmulatorSettings.DEFAULTS.withTimeScale(1);
    this.emulator =
        Emulator.start(
            blobs == null ? settings : settings.withBlobEndpoint(blobs),
            dev.lifeline.emulator.Surroundings.ofTheMachine(time::sleep)
                .withClock(time)
                .withSigningKey(KEY));
    this.transport =
        new RetryingTransport(
            new JdkTransport(network(), TimeLimits.DEFAULTS, time, events::add), retries());
    closings.add(transport::close);
  }

  /** Lifeline for the account that works. */
  public Lifeline lifeline() {
    return lifeline(WORKING_ACCOUNT, password());
  }

  /** Lifeline for an account of the ready-made world. */
  public Lifeline lifeline(String account, Secret password) {
    ServiceConnection connection =
        new ServiceConnection(
            "contoso", authority(), apiEndpoint(), username(account), clientId(), null, PROJECT);
    Lifeline lifeline =
        new Lifeline(
            new UsableConnection(connection, new Credential.Password(password)),
            network(),
            new Surroundings(time, new Random(1), UUID::randomUUID, events::add));
    closings.add(lifeline::close);
    return lifeline;
  }

  /** LCS in its own words, for the account that works. */
  public LcsClient lcs() {
    return lcs(Ledger.inMemory());
  }

  /** LCS in its own words, for whoever shares that ledger. */
  public LcsClient lcs(Ledger ledger) {
    TokenSource tokens =
        new TokenSource(
            signIn(), account(WORKING_ACCOUNT, password()), scope(), time, SignInListener.NONE);
    RateBudget budget =
        new RateBudget(
            ledger, new Caller(apiEndpoint(), username(WORKING_ACCOUNT)), time, events::add);
    return new LcsClient(apiEndpoint(), tokens, transport, budget, time, events::add);
  }

  /** The one transport that trusts the emulator and repeats what may be repeated. */
  public Transport transport() {
    return transport;
  }

  public Retries retries() {
    return new Retries(RetryPolicy.DEFAULTS, time, new Random(1), events::add);
  }

  public NetworkSettings network() {
    return new NetworkSettings(emulator.addresses().caCertificate(), null, List.of());
  }

  public AuthenticationEndpoint authority() {
    return new AuthenticationEndpoint(emulator.addresses().authenticationEndpoint());
  }

  public ApiEndpoint apiEndpoint() {
    return new ApiEndpoint(emulator.addresses().apiEndpoint());
  }

  public ClientId clientId() {
    return new ClientId(emulator.addresses().clientId().toString());
  }

  public Secret password() {
    return Secret.of(emulator.addresses().password().text());
  }

  /** An account of the ready-made world, whose realm nobody has asked yet. */
  public Account account(String account, Secret password) {
    return new Account(
        authority(), clientId(), username(account), new Credential.Password(password), null);
  }

  public Scope scope() {
    return Scope.lcs(apiEndpoint());
  }

  /** Signs in through {@link #transport}. */
  public SignIn signIn() {
    return new SignIn(transport, retries(), UUID::randomUUID);
  }

  public String username(String account) {
    return account + "@" + emulator.addresses().tenantDomain();
  }

  /** The next request whose path fits is answered so, once. */
  public void answerOnce(String service, String path, int status, String body) {
    answer(Fault.once(service, null, path, new FaultAction.Answer(status, Map.of(), body)));
  }

  /** Every request whose path fits is answered so. */
  public void answerAlways(String service, String path, int status, String body) {
    answer(
        Fault.once(service, null, path, new FaultAction.Answer(status, Map.of(), body))
            .times(1_000_000));
  }

  public void answer(Fault fault) {
    emulator.faults().add(fault);
  }

  /** What a service received at paths that hold this text. */
  public List<Received> received(String service, String path) {
    return emulator.received().of(service).stream().filter(it -> it.path().contains(path)).toList();
  }

  public EnvironmentId environment(String name) {
    return emulator.world().lifecycle().environments().stream()
        .filter(it -> it.name().equals(name))
        .map(it -> new EnvironmentId(it.id().toString()))
        .findFirst()
        .orElseThrow();
  }

  public AssetId asset(String fileName) {
    return emulator.world().lifecycle().assets().stream()
        .filter(it -> it.fileName().equals(fileName))
        .map(it -> new AssetId(it.id().toString()))
        .findFirst()
        .orElseThrow();
  }

  @Override
  public void close() {
    closings.forEach(Runnable::run);
    emulator.close();
  }
}
