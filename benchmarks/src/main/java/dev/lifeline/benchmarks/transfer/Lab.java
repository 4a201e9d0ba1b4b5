package dev.lifeline.benchmarks.transfer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Everything that a scenario works with. When the Java ends, processes and files go with it. */
final class Lab {
  private static final int SMALL = 1;

  private final Path folder;
  private final Map<Integer, Blob> blobs = new TreeMap<>();
  private final Stopwatch stopwatch;
  private final BlobStub stub;
  private final Lifeline lifeline;
  private final AzCopy azCopy;
  private final AzureSdk sdk;

  private Lab(Path folder, Path program, Path peers)
      throws IOException, GeneralSecurityException, InterruptedException {
    this.folder = folder;
    this.stopwatch = new Stopwatch(folder);
    Certificate certificate = Certificate.in(folder);
    this.stub = new BlobStub(certificate.serverContext(), blob(SMALL));
    Emulator emulator =
        Emulator.start(program, folder.resolve("emulator"), stub.endpoint(), certificate);
    Path authorities = folder.resolve("authorities.pem");
    Files.writeString(
        authorities,
        Files.readString(emulator.caCertificate()) + Files.readString(certificate.pem()));
    this.lifeline =
        Lifeline.connected(
            new Lifeline.Place(program, folder, authorities), emulator, file(SMALL), stopwatch);
    String url = stub.endpoint() + "/assets/blob.zip?sv=2021-12-02&sr=b&sp=racwd&sig=none";
    this.azCopy = AzCopy.in(folder, peers, url, certificate.pem());
    this.sdk = new AzureSdk(url, certificate);
  }

  static Lab open(Path program, Path peers)
      throws IOException, GeneralSecurityException, InterruptedException {
    Path folder = Files.createTempDirectory("lifeline-benchmark");
    removeAtTheEnd(folder);
    return new Lab(folder, program, peers);
  }

  Lifeline lifeline() {
    return lifeline;
  }

  AzCopy azCopy() {
    return azCopy;
  }

  AzureSdk sdk() {
    return sdk;
  }

  BlobStub stub() {
    return stub;
  }

  Stopwatch stopwatch() {
    return stopwatch;
  }

  Blob blob(int mebibytes) throws IOException, GeneralSecurityException {
    Blob known = blobs.get(mebibytes);
    if (known == null) {
      known = Blob.of(mebibytes);
      blobs.put(mebibytes, known);
    }
    return known;
  }

  /** A file with the content of the blob. */
  Path file(int mebibytes) throws IOException, GeneralSecurityException {
    Path file = folder.resolve(mebibytes + ".zip");
    if (!Files.exists(file)) {
      blob(mebibytes).writeTo(file);
    }
    return file;
  }

  /** Sends the file once. */
  Measured up(Contender contender, int mebibytes, Behaviour behaviour)
      throws IOException, GeneralSecurityException, InterruptedException {
    Path file = file(mebibytes);
    stub.behave(behaviour, blob(mebibytes));
    var outcome = stopwatch.time(contender.upload(file), contender.environment());
    require(stub.moved() >= Files.size(file), contender, "has not sent all of it");
    return new Measured(outcome.wall(), outcome.cpu(), outcome.peak(), stub.moved());
  }

  /** Fetches the blob once, and removes the file. */
  Measured down(Contender contender, int mebibytes, Behaviour behaviour)
      throws IOException, GeneralSecurityException, InterruptedException {
    Path target = Files.createDirectories(folder.resolve("down"));
    stub.behave(behaviour, blob(mebibytes));
    var outcome = stopwatch.time(contender.download(target), contender.environment());
    Measured measured = new Measured(outcome.wall(), outcome.cpu(), outcome.peak(), stub.moved());
    takeAway(contender, target, mebibytes);
    return measured;
  }

  /** Removes the one file that a download has made. */
  void takeAway(Contender contender, Path target, int mebibytes)
      throws IOException, GeneralSecurityException {
    try (Stream<Path> files = Files.list(target)) {
      List<Path> made = files.toList();
      require(made.size() == 1, contender, "has not made one file but " + made);
      boolean whole = Files.mismatch(made.get(0), file(mebibytes)) < 0;
      require(whole, contender, "has fetched something else");
      Files.delete(made.get(0));
    }
  }

  private static void removeAtTheEnd(Path folder) {
    Thread removing =
        new Thread(
            () -> {
              ProcessHandle.current().descendants().forEach(ProcessHandle::destroy);
              try (Stream<Path> all = Files.walk(folder)) {
                for (Path it : all.sorted(Comparator.reverseOrder()).toList()) {
                  Files.deleteIfExists(it);
                }
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
    Runtime.getRuntime().addShutdownHook(removing);
  }

  private static void require(boolean holds, Contender contender, String otherwise)
      throws IOException {
    if (!holds) {
      throw new IOException(contender.name() + " " + otherwise);
    }
  }
}
