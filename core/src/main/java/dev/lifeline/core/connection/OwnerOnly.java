package dev.lifeline.core.connection;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclEntryFlag;
import java.nio.file.attribute.AclEntryPermission;
import java.nio.file.attribute.AclEntryType;
import java.nio.file.attribute.AclFileAttributeView;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Files and folders that only their owner may use: by mode on POSIX, by access list on Windows. A
 * file system that knows neither is used as it is.
 */
final class OwnerOnly {
  private static final Set<PosixFilePermission> FOLDER =
      PosixFilePermissions.fromString("rwx------");
  private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");

  private OwnerOnly() {}

  /** Creates the folder and those above it where they are missing; one that exists stays as is. */
  static void createFolders(Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      return;
    }
    Files.createDirectories(folder, attributes(folder, FOLDER));
    restrict(folder, EnumSet.of(AclEntryFlag.FILE_INHERIT, AclEntryFlag.DIRECTORY_INHERIT));
  }

  /** Opens a file; when the options create it, nobody else could ever read it. */
  static FileChannel open(Path file, Set<? extends OpenOption> options) throws IOException {
    boolean exists = Files.exists(file);
    FileChannel channel = FileChannel.open(file, options, attributes(file, FILE));
    if (!exists) {
      restrict(file, EnumSet.noneOf(AclEntryFlag.class));
    }
    return channel;
  }

  /** Closes a file to others; where that is not allowed, the file stays as it is. */
  static void tighten(Path file) {
    try {
      PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
      if (view != null && !FILE.containsAll(view.readAttributes().permissions())) {
        view.setPermissions(FILE);
      }
    } catch (IOException e) {
      // a folder mounted read-only, or somebody else's file: reading it is allowed all the same
    }
  }

  private static FileAttribute<?>[] attributes(Path path, Set<PosixFilePermission> permissions) {
    boolean posix = path.getFileSystem().supportedFileAttributeViews().contains("posix");
    return posix
        ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)}
        : new FileAttribute<?>[0];
  }

  private static void restrict(Path path, Set<AclEntryFlag> inheritance) throws IOException {
    AclFileAttributeView view = Files.getFileAttributeView(path, AclFileAttributeView.class);
    if (view == null) {
      return;
    }
    AclEntry owner =
        AclEntry.newBuilder()
            .setType(AclEntryType.ALLOW)
            .setPrincipal(view.getOwner())
            .setPermissions(EnumSet.allOf(AclEntryPermission.class))
            .setFlags(inheritance)
            .build();
    view.setAcl(List.of(owner));
  }
}
