package dev.lifeline.core.servicing;

import dev.lifeline.core.connection.Shelf;
import dev.lifeline.core.entra.AccessToken;
import dev.lifeline.core.entra.Tokens;
import dev.lifeline.core.http.Retries;
import dev.lifeline.core.http.RetryPolicy;
import dev.lifeline.core.http.RetryingTransport;
import dev.lifeline.core.lcs.LcsClient;
import dev.lifeline.core.model.ApiEndpoint;
import dev.lifeline.core.model.AssetId;
import dev.lifeline.core.model.EnvironmentId;
import dev.lifeline.core.model.Secret;
import dev.lifeline.core.rate.Caller;
import dev.lifeline.core.rate.Ledger;
import dev.lifeline.core.rate.RateBudget;
import dev.lifeline.emulator.blob.BlobStorage;
import dev.lifeline.emulator.json.Fields;
import dev.lifeline.emulator.lcs.LcsService;
import dev.lifeline.emulator.server.InProcess;
import dev.lifeline.emulator.token.AccessTokens;
import dev.lifeline.emulator.token.TokenKey;
import dev.lifeline.emulator.world.Environment;
import dev.lifeline.emulator.world.Operation;
import dev.lifeline.emulator.world.OperationKind;
import dev.lifeline.emulator.world.ReadyMadeWorld;
import dev.lifeline.emulator.world.Work;
import dev.lifeline.emulator.world.World;
import dev.lifeline.emulator.world.WorldClock;
import dev.lifeline.emulator.world.WorldState;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * The emulator's LCS without a network, in a time of its own, and programs before it. Made anew in
 * well under a millisecond. For one thread.
 */
final class FaultyLab {
  /** A customer-managed environment that is running. */
  static final String RUNNING = "contoso-dev";

  /** A customer-managed environment that the lab has stopped. */
  static final String STOPPED = "contoso-build";

  private static final Instant BEGIN = Instant.parse("2026-11-27T10:00:00Z");
  private static final URI ENDPOINT = URI.create("https://lcsapi.example");
  private static final Random RANDOM = new Random(42);
  private static final WorldState READY_MADE =
      new ReadyMadeWorld(RANDOM, FaultyLab::id)
          .make(TokenKey.generate(new SecureRandom()), BEGIN, 1);
  private static final TokenKey KEY = new TokenKey(READY_MADE.signingKey());
  private static final Secret TOKEN = token();

  final EventfulTime time = new EventfulTime(BEGIN);
  final FaultyWay way;
  private final World world = new World(READY_MADE, new WorldClock(time, READY_MADE.pace()), null);
  private final @Nullable Shelf shelf;
  private final RateBudget budget =
      new RateBudget(
          Ledger.inMemory(),
          new Caller(new ApiEndpoint(ENDPOINT), ReadyMadeWorld.WORKING_ACCOUNT),
          time,
          event -> {});

  /**
   * @param shelf where programs leave something for one another, or null for nowhere
   * @param fates what becomes of each message, by its number from 0
   */
  FaultyLab(@Nullable Shelf shelf, IntFunction<Fate> fates) {
    this.shelf = shelf;
    LcsService lcs =
        LcsService.of(
            world,
            new NoBytes(),
            AccessTokens.forAnyOf(world, KEY, Set.of(ENDPOINT.toString())),
            new LcsService.Sources(
                FaultyLab::id,
                fileName -> {
                  throw new IllegalStateException("nobody asks for a certificate");
                }));
    this.way = new FaultyWay(new InProcess(lcs), time, fates);
    Environment stopped = find(STOPPED);
    OperationKind stop = OperationKind.STOP;
    world.start(stopped, new Work(stop, stop.display(), null, null), id());
    time.sleep(Duration.ofHours(1));
  }

  /** The program, started anew. */
  Program program() {
    RetryingTransport transport =
        new RetryingTransport(
            way, new Retries(RetryPolicy.DEFAULTS, time, new Random(1), event -> {}));
    ApiEndpoint endpoint = new ApiEndpoint(ENDPOINT);
    LcsClient lcs =
        new LcsClient(endpoint, new OneToken(time), transport, budget, time, event -> {});
    StartJournal journal = StartJournal.on(shelf, ENDPOINT.toString(), time);
    Servicing servicing = new Servicing(lcs, journal, new Portal(endpoint), time, event -> {});
    return new Program(lcs, servicing, time, this);
  }

  /** The operations of a kind that were started in this world by a program. */
  List<Operation> operations(OperationKind kind) {
    return world.lifecycle().operations().stream()
        .skip(1) // what the lab itself did
        .filter(it -> it.kind() == kind)
        .toList();
  }

  EnvironmentId environment(String name) {
    return new EnvironmentId(find(name).id().toString());
  }

  String eCommerce(String environment) {
    return find(environment).eCommerce().get(0).toString();
  }

  AssetId asset(String fileName) {
    return world.lifecycle().assets().stream()
        .filter(it -> it.fileName().equals(fileName))
        .map(it -> new AssetId(it.id().toString()))
        .findFirst()
        .orElseThrow();
  }

  private Environment find(String name) {
    return world.lifecycle().environments().stream()
        .filter(it -> it.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static UUID id() {
    return new UUID(RANDOM.nextLong(), RANDOM.nextLong());
  }

  private static Secret token() {
    var directory = READY_MADE.directory();
    var account = directory.account(directory.username(ReadyMadeWorld.WORKING_ACCOUNT));
    return Secret.of(
        KEY.sign(
            Fields.of("aud", ENDPOINT.toString())
                .with("exp", BEGIN.plus(Duration.ofDays(365)).getEpochSecond())
                .with("oid", account.orElseThrow().id().toString())
                .with("appid", directory.applications().get(0).clientId().toString())
                .with("scp", "user_impersonation")));
  }

  /** The account is signed in, and stays so. */
  private record OneToken(EventfulTime time) implements Tokens {
    @Override
    public AccessToken token() {
      return new AccessToken(TOKEN, BEGIN, time.instant().plus(Duration.ofDays(1)));
    }

    @Override
    public void forget(AccessToken refused) {}
  }

  /** Nobody looks at the bytes. */
  private static final class NoBytes implements BlobStorage {
    @Override
    public URI uploadUrl(String blobName, Duration validFor) {
      return ENDPOINT.resolve("/" + blobName);
    }

    @Override
    public URI downloadUrl(String blobName, Duration validFor) {
      return ENDPOINT.resolve("/" + blobName);
    }

    @Override
    public OptionalLong size(String blobName) {
      return OptionalLong.empty();
    }

    @Override
    public void put(String blobName, byte[] content) {}

    @Override
    public void delete(String blobName) {}

    @Override
    public void close() {}
  }
}
