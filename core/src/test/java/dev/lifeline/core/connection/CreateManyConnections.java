package dev.lifeline.core.connection;

import dev.lifeline.core.time.SystemTime;
import java.nio.file.Path;

/** A process of its own that creates connections: folder, prefix of the names, how many. */
final class CreateManyConnections {
  private CreateManyConnections() {}

  public static void main(String[] arguments) {
    var folder = new ConnectionFolder(Path.of(arguments[0]), new SystemTime());
    int count = Integer.parseInt(arguments[2]);
    for (int i = 0; i < count; i++) {
      folder.create(Samples.connection(arguments[1] + "-" + i), Samples.CREDENTIAL, null);
      System.out.println("created " + i);
    }
  }
}
