package dev.lifeline.hub;

import dev.lifeline.core.problem.LifelineException;
import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.problem.ProblemCode;
import dev.lifeline.hub.secret.LocalMasterKey;
import dev.lifeline.hub.secret.MasterKey;
import dev.lifeline.hub.store.DatabaseAddress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.random.RandomGenerator;

/**
 * The folder of a hub that has nothing else: its database and its master key, for its owner alone.
 */
public record HubHome(Path folder) {

  /**
   * Makes the folder where it is missing.
   *
   * @throws LifelineException HUB_NOT_STARTED
   */
  public HubHome {
    try {
      boolean posix = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
      Files.createDirectories(
          folder,
          posix
              ? new FileAttribute<?>[] {
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
              }
              : new FileAttribute<?>[0]);
    } catch (IOException e) {
      throw Problem.of(
              ProblemCode.HUB_NOT_STARTED, "the hub's home '" + folder + "' cannot be made")
          .fix("name a folder that can be written with --home DIR")
          .raise(e);
    }
  }

  /** The database in it. */
  public DatabaseAddress database() {
    return DatabaseAddress.in(folder);
  }

  /**
   * The master key in it, made where it is missing.
   *
   * @throws LifelineException HUB_KEY_UNUSABLE
   */
  public MasterKey masterKey(RandomGenerator random) {
    return LocalMasterKey.inFile(folder.resolve("hub.key"), random);
  }
}
